import { type Catalog, getOwn } from '../../core/model';
import { ConfigurationError, type Env, readUrl, readVariable } from '../server/env';

/** The names that the operator's issuer has in an environment, by its token policies. */
function namesOf(catalog: Catalog, environment: string): readonly string[] {
  const names = [...catalog.policies.token.values()]
    .map(({ value }) => getOwn(value.environments, environment)?.issuer)
    .filter((name) => name !== undefined);
  return [...new Set(names)];
}

/**
 * The issuer's name: ISSUER_URL, or else the first that the catalog has for GATEWRIGHT_ENVIRONMENT (sandbox).
 *
 * @throws ConfigurationError when there is none
 */
export function readIssuerName(env: Env, catalog: () => Catalog): string {
  const set = readVariable(env, 'ISSUER_URL');
  if (set !== undefined) {
    readUrl(env, 'ISSUER_URL', 'https://idp.operator.example');
    // Names are compared character by character: a slash at the end stays.
    return set;
  }
  const environment = readVariable(env, 'GATEWRIGHT_ENVIRONMENT') ?? 'sandbox';
  const [name] = namesOf(catalog(), environment);
  if (name === undefined)
    throw new ConfigurationError(
      `no token policy names an issuer in environment '${environment}'; name it in ISSUER_URL`,
    );
  if (!/^https?:\/\//i.test(name))
    throw new ConfigurationError(
      `the issuer of environment '${environment}' is '${name}'; the trial's issuer needs an http or https address`,
    );
  return name;
}
