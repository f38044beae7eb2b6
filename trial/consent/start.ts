import { resolve } from 'node:path';
import { nameSetting } from '../issuer/names';
import { loadFolder } from '../server/catalog';
import { type Listening, listen } from '../server/listen';
import { portSetting, setting, urlSetting, type Variables } from '../server/settings';
import { consentService } from './consent';
import { verifierOf } from './token';

/**
 * The consent service. Settings: ISSUER_URL (the issuer's name, that of the token policies of GATEWRIGHT_ENVIRONMENT in
 * GATEWRIGHT_CATALOG), ISSUER_JWKS_URI (its keys, http://127.0.0.1:9002/jwks, at ISSUER_PORT if that is set), CONSENT_HOST
 * (127.0.0.1), CONSENT_PORT (9004), CONSENT_AUTHORIZATION (none).
 */
export async function startConsent(env: Variables): Promise<readonly Listening[]> {
  const issuer = nameSetting(env, () => loadFolder(resolve(setting(env, 'GATEWRIGHT_CATALOG') ?? 'catalog')));
  const keys = `http://127.0.0.1:${portSetting(env, 'ISSUER_PORT', 9002)}/jwks`;
  const handler = consentService({
    verify: verifierOf(issuer, urlSetting(env, 'ISSUER_JWKS_URI', keys)),
    authorization: setting(env, 'CONSENT_AUTHORIZATION'),
  });
  return [await listen(handler, { host: setting(env, 'CONSENT_HOST'), port: portSetting(env, 'CONSENT_PORT', 9004) })];
}
