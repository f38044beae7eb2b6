import { type DocumentCheck, found } from '../check';

export const unusedIssuerSetting: DocumentCheck<'TokenPolicy', 'unused-issuer-setting'> = {
  code: 'unused-issuer-setting',
  severity: 'error',
  per: 'document',
  kinds: ['TokenPolicy'],
  summary:
    'A token policy for tokens that partners sign has `issuer`, `jwksUri`, `keys` or `threeLegged`, which are for tokens of an identity provider.',
  rationale:
    'issuer and keys are those of each application, and a partner that signs its own tokens could claim any user',
  fix: 'Remove the setting, or write `signedBy: idp`.',
  waivable: false,
  examples: {
    avoid: `kind: TokenPolicy
name: partner-keys
environments:
  sandbox: { issuer: https://idp.sandbox.example, audience: https://api.sandbox.example }
`,
    prefer: `kind: TokenPolicy
name: partner-keys
environments:
  sandbox: { audience: https://api.sandbox.example }
`,
  },
  *find(policy) {
    if (policy.value.signedBy !== 'partner') return;
    for (const [environment, settings] of Object.entries(policy.value.environments)) {
      for (const field of ['issuer', 'jwksUri', 'keys'] as const) {
        if (settings[field] === undefined) continue;
        yield found(
          policy.at(['environments', environment, field], 'key'),
          `token policy '${policy.name}' is for tokens that partners sign, but has \`${field}\` in environment '${environment}'`,
          `remove \`${field}\`, because each application has its own issuer and keys, or write \`signedBy: idp\``,
        );
      }
    }
    if (policy.value.threeLegged !== undefined) {
      yield found(
        policy.at(['threeLegged'], 'key'),
        `token policy '${policy.name}' is for tokens that partners sign, but has \`threeLegged\``,
        'remove `threeLegged`: a partner that signs its own tokens could claim any user',
      );
    }
  },
};
