import type { SecretFormat } from './format';

/**
 * Tokens with a prefix that identifies their issuer, one line per issuer. Every pattern has a maximum length, so that a search takes
 * time proportional to the text.
 */
export const TOKEN_FORMATS: readonly SecretFormat[] = [
  token('AWS access key', ['AKIA', 'ASIA'], /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g),
  token('GitHub token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], /\bgh[pousr]_[A-Za-z0-9_]{36,255}/g),
  token('GitHub token', ['github_pat_'], /\bgithub_pat_[A-Za-z0-9_]{22,255}\b/g),
  token(
    'GitLab token',
    ['glpat-', 'glptt-', 'gldt-', 'glrt-', 'glcbt-', 'glft-', 'glsoat-', 'gloas-', 'glimt-', 'glagent-', 'glffct-'],
    /\bgl(?:pat|ptt|dt|rt|cbt|ft|soat|oas|imt|agent|ffct)-[A-Za-z0-9_-]{20,255}/g,
  ),
  token('Slack token', ['xox'], /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g),
  token('Slack token', ['xapp-'], /\bxapp-[0-9]-[A-Za-z0-9-]{20,255}/g),
  token('Google API key', ['AIza'], /\bAIza[A-Za-z0-9_-]{35}/g),
  token('Google client secret', ['GOCSPX-'], /\bGOCSPX-[A-Za-z0-9_-]{28}/g),
  token('Google access token', ['ya29.'], /\bya29\.[A-Za-z0-9_-]{20,1000}/g),
  token('Stripe key', ['k_live_', 'k_test_'], /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}/g),
  token('Stripe webhook secret', ['whsec_'], /\bwhsec_[A-Za-z0-9+/]{24,255}/g),
  token('npm token', ['npm_'], /\bnpm_[A-Za-z0-9]{36}\b/g),
  token('PyPI token', ['pypi-'], /\bpypi-AgE[A-Za-z0-9_-]{50,1000}/g),
  token('RubyGems token', ['rubygems_'], /\brubygems_[0-9a-f]{48}\b/g),
  token('Docker token', ['dckr_'], /\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20,255}/g),
  token('Vault token', ['hvs.', 'hvb.', 'hvr.'], /\bhv[sbr]\.[A-Za-z0-9_-]{20,1000}/g),
  token('HCP Terraform token', ['.atlasv1.'], /\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,255}/g),
  token('Kong token', ['kpat_', 'spat_'], /\b[ks]pat_[A-Za-z0-9]{20,255}/g),
  token('SendGrid key', ['SG.'], /\bSG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,128}/g),
  token('Twilio key', ['SK'], /\bSK[0-9a-f]{32}\b/g),
  token('Mailgun key', ['key-'], /\bkey-[0-9a-f]{32}\b/g),
  token('Mailchimp key', ['-us'], /\b[0-9a-f]{32}-us[0-9]{1,2}\b/g),
  token('DigitalOcean token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], /\bdo[por]_v1_[0-9a-f]{64}\b/g),
  // Issuers of language models and several others. Both a digit and a capital, so that hyphenated words are not mistaken for a key.
  token(
    'API key',
    ['sk-'],
    /(?<![\w-])sk-(?=[A-Za-z0-9_-]{0,200}[0-9])(?=[A-Za-z0-9_-]{0,200}[A-Z])[A-Za-z0-9_-]{20,255}/g,
  ),
  token('API key', ['sk-'], /(?<![\w-])sk-(?:[a-z]{1,10}-)?[0-9a-f]{32,64}\b/g),
  token('Hugging Face token', ['hf_'], /\bhf_[A-Za-z0-9]{34,40}\b/g),
  token('Databricks token', ['dapi'], /\bdapi[0-9a-f]{32}\b/g),
  token('Shopify token', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/g),
  token('Square token', ['sq0'], /\bsq0(?:atp|csp|idp)-[A-Za-z0-9_-]{22,60}/g),
  token('Linear key', ['lin_api_'], /\blin_api_[A-Za-z0-9]{40}\b/g),
  token('Atlassian token', ['ATATT3x', 'ATCTT3x'], /\bAT[AC]TT3x[A-Za-z0-9_=-]{60,255}/g),
  token('Grafana token', ['glsa_', 'glc_'], /\b(?:glsa|glc)_[A-Za-z0-9_+/=-]{32,400}/g),
  token('New Relic key', ['NRAK-'], /\bNRAK-[A-Z0-9]{27}\b/g),
  token('Dynatrace token', ['dt0c01.'], /\bdt0c01\.[A-Z0-9]{24}\.[A-Z0-9]{64}\b/g),
  token('Sentry token', ['sntrys_', 'sntryu_'], /\bsntry[su]_[A-Za-z0-9_+/=]{40,400}/g),
  token('Postman key', ['PMAK-'], /\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}\b/g),
  token('Notion token', ['ntn_'], /\bntn_[A-Za-z0-9]{40,60}\b/g),
  token('Figma token', ['figd_'], /\bfigd_[A-Za-z0-9_-]{36,60}/g),
  token('Supabase token', ['sbp_'], /\bsbp_[0-9a-f]{40}\b/g),
  token('PlanetScale token', ['pscale_'], /\bpscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.-]{32,64}/g),
  token('Doppler token', ['dp.'], /\bdp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}\b/g),
  token('1Password token', ['ops_eyJ'], /\bops_eyJ[A-Za-z0-9+/_-]{60,2000}/g),
  token('Telegram bot token', [':AA'], /\b[0-9]{8,10}:AA[A-Za-z0-9_-]{32,35}\b/g),
  token('Azure client secret', ['Q~'], /\b[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/g),
  token('age key', ['AGE-SECRET-KEY-1'], /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/g),
];

function token(what: string, traces: readonly string[], pattern: RegExp): SecretFormat {
  return { what, traces, pattern };
}
