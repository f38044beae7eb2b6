import {
  type ApplicationEntry,
  type Catalog,
  describeApplication,
  type Finding,
  isServedIn,
  policyOf,
  publicKey,
} from '../../model';

/** The only RSA keys whose PSS signatures (256 bytes) Kong's bundled jwt reads; at others it throws. */
const READABLE_BITS = 2048;

/** Tokens that partners sign are checked by Kong's bundled jwt on every edition, which throws at most PSS signatures. */
export function* jwtPsKeySize(catalog: Catalog): Iterable<Finding> {
  for (const application of catalog.applications.values()) {
    for (const [environment, { keys = [] }] of Object.entries(application.value.credentials ?? {})) {
      const api = signedFor(catalog, application, environment);
      if (api === undefined) continue;
      for (const [index, source] of keys.entries()) {
        const key = publicKey(source);
        if (!key.ok || !key.algorithm.startsWith('PS') || key.modulusBits === READABLE_BITS) continue;
        yield {
          code: 'jwt-ps-key-size',
          severity: 'error',
          message: `key ${index + 1} of ${describeApplication(application)} for environment '${environment}' is an RSA key of ${key.modulusBits} bits for ${key.algorithm}, whose signatures the gateway cannot read in tokens for api '${api}': its plugin jwt takes ${key.algorithm} with keys of ${READABLE_BITS} bits alone`,
          hint: `register a key of ${READABLE_BITS} bits, or use ES256 or RS256`,
          at: application.at(['credentials', environment, 'keys', index]),
        };
      }
    }
  }
}

/** The first API to which an application sends tokens of its own in an environment, now or at any other time. */
function signedFor(catalog: Catalog, application: ApplicationEntry, name: string): string | undefined {
  const environment = catalog.environments.get(name)?.value;
  if (!environment) return undefined;
  return application.value.subscriptions?.find(({ api, environments }) => {
    const value = catalog.apis.get(api)?.value;
    if (!value || environments?.includes(name) === false || !isServedIn(value, environment)) return false;
    return policyOf(catalog, value, 'token')?.value.signedBy === 'partner';
  })?.api;
}
