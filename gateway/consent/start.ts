import { type Listening, listen } from '../server/listen';
import { portSetting, setting, urlSetting, type Variables } from '../server/settings';
import { consentService } from './consent';
import { verifierOf } from './token';

/**
 * The consent service. Settings: ISSUER_URL (the issuer's name, http://127.0.0.1:9002), ISSUER_JWKS_URI (its keys,
 * http://127.0.0.1:9002/jwks), CONSENT_HOST (127.0.0.1), CONSENT_PORT (9004), CONSENT_AUTHORIZATION (none).
 */
export async function startConsent(env: Variables): Promise<readonly Listening[]> {
  const issuer = urlSetting(env, 'ISSUER_URL', 'http://127.0.0.1:9002');
  const handler = consentService({
    verify: verifierOf(issuer, urlSetting(env, 'ISSUER_JWKS_URI', `${issuer}/jwks`)),
    authorization: setting(env, 'CONSENT_AUTHORIZATION'),
  });
  return [await listen(handler, { host: setting(env, 'CONSENT_HOST'), port: portSetting(env, 'CONSENT_PORT', 9004) })];
}
