import { type Catalog, getOwn } from '../../core/model';
import { ConfigurationError, type Env, readUrl, readVariable } from '../server/env';

/** The names of the operator's issuer in an environment, from the token policies. */
function namesOf(catalog: Catalog, environment: string): readonly string[] {
  const names = [...catalog.policies.token.values()]
    .map(({ value }) => getOwn(value.environments, environment)?.issuer)
    .filter((name) => name !== undefined);
  return [...new Set(names)];
}

/**
 * Reads the issuer's name from ISSUER_URL, or else from the first token policy for GATEWRIGHT_ENVIRONMENT (sandbox).
 *
 * @throws ConfigurationError if there is none
 */
export function readIssuerName(env: Env, catalog: () => Catalog): string {
  const set = readVariable(env, 'ISSUER_URL');
  if (set !== undefined) {
    readUrl(env, 'ISSUER_URL', 'https://idp.operator.example');
    // Issuer names are compared literally, so a trailing slash is kept.
    return set;
  }
  const environment = readVariable(env, 'GATEWRIGHT_ENVIRONMENT') ?? 'sandbox';
  const [name] = namesOf(catalog(), environment);
  if (name === undefined)
    throw new ConfigurationError(`no token policy has an issuer for environment '${environment}'; set ISSUER_URL`);
  if (!/^https?:\/\//i.test(name))
    throw new ConfigurationError(
      `the issuer of environment '${environment}' is '${name}'; the trial's issuer requires an http or https URL`,
    );
  return name;
}
