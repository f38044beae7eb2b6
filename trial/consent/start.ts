import { resolve } from 'node:path';
import { readIssuerName } from '../issuer/issuer-name';
import { loadFolder } from '../server/catalog';
import { type Env, readPort, readUrl, readVariable } from '../server/env';
import { type Listening, listen } from '../server/listen';
import { consentService } from './consent';
import { verifierOf } from './token';

/**
 * Starts the consent service. Environment variables: ISSUER_URL (the issuer's name; default: from the token policies of
 * GATEWRIGHT_ENVIRONMENT in GATEWRIGHT_CATALOG), ISSUER_JWKS_URI (its keys; http://127.0.0.1:9002/jwks, or at ISSUER_PORT if that is
 * set), CONSENT_HOST (127.0.0.1), CONSENT_PORT (9004), CONSENT_AUTHORIZATION (none).
 */
export async function startConsent(env: Env): Promise<readonly Listening[]> {
  const issuer = readIssuerName(env, () => loadFolder(resolve(readVariable(env, 'GATEWRIGHT_CATALOG') ?? 'catalog')));
  const keys = `http://127.0.0.1:${readPort(env, 'ISSUER_PORT', 9002)}/jwks`;
  const handler = consentService({
    verify: verifierOf(issuer, readUrl(env, 'ISSUER_JWKS_URI', keys)),
    authorization: readVariable(env, 'CONSENT_AUTHORIZATION'),
  });
  return [
    await listen(handler, { host: readVariable(env, 'CONSENT_HOST'), port: readPort(env, 'CONSENT_PORT', 9004) }),
  ];
}
