import { type ApplicationEntry, type Catalog, describeApplication, isServedIn, policyOf, publicKey } from '../../model';
import { type Check, found } from '../check';

/** The only RSA keys whose PSS signatures (256 bytes) Kong's bundled jwt verifies; with others it throws. */
const VERIFIABLE_BITS = 2048;

const KEY_2048 =
  'n_A5dHnwm2btO_tslsfkEZDfoP74jtYSDLFG1_o3RQ1bpvX5l-AHbkcW5fLGL6GIsh7EqTBXzTX8sGW0CJqo7pqixI1qW-giRxQP-Xa71Kdi3nxaeQcmHseJOY6d3Nh1h3zgvsUYrx1mfAgkdTzejveRdFzH5PQKuxHQJQU42h1obUm8ST6zFGWuHCWBwHOaljN8PBGEum8Qe-imV2XifjLfncv0xEb8aCDM_LSive3pBo8q05ufAOU7PcHReuq4ZnJvwjJ0rBuB8vW2_hl3alunWkjVTqNv203pP9-R1kp1T9ZMaLrdq9cFUvC48K4UwYu-tPe_sQTLTbJmBHJBRw';
const KEY_3072 =
  'osjQyjb_FBkGINxIj6l6vKoFGaPuZq7huAb4aWn2iKkwJjDWC9fA9KWJHOYTmf23K6ElJqsV1Dnbye2Z8iRmBVkEBrvwliOqxsbJlOL6b5r3RhEVWng7J_rrEFUu65udjtMjg8te2GGLM01pHjFOygGmd4W1WXvKTyByg-bQAz5nWV_uy7HsW7_JemUN0-psixQJHsSsTlUcE1PrSkTZt0Zd7ZM2RUPKaiUlPTxgQMoAbgXBr1ySfxcvKXOsIsDk2aeE92juJKrmeMkPI11IBKgl6yTCNjwPA4qtaLaMCYRlJwFwSN9iJLC_S93Bcpo3LQVfFLWrYtozqyNg8H3G7EUQ-H5II9Oq7nI7TZ15DXasXmUKWT_nn922nFXDYkeKUDDkRa5AV0VhVma2UKLBWGy3EfnrKu3RwjQnfiaA89ZtC0q-eqe_DTnSIlGwCTdxw95p8KSVjmIebt0ABJdIU_5OvKF1A4yzg70tfURNTNnJXoL9eHnkqnEkWtkFDv1_';

export const psKeySize: Check<'ps-key-size'> = {
  code: 'ps-key-size',
  severity: 'error',
  per: 'application',
  summary:
    'An application signs its own tokens with PS256, PS384 or PS512 and an RSA key that does not have 2048 bits.',
  rationale:
    "Kong's plugin `jwt`, which verifies these tokens on every edition, fails on such signatures, so every call would be refused",
  fix: 'Register a key of 2048 bits, or use ES256 or RS256.',
  waivable: false,
  examples: {
    avoid: `kind: TokenPolicy
name: partner-keys
algorithms: [PS256]
---
kind: Application
partner: acme-bank
name: checkout
credentials:
  sandbox: { keys: [{ jwk: { kty: RSA, e: AQAB, n: ${KEY_3072} }, algorithm: PS256 }] }
  production: { keys: [{ jwk: { kty: RSA, e: AQAB, n: ${KEY_2048} }, algorithm: PS256 }] }
`,
    prefer: `kind: TokenPolicy
name: partner-keys
algorithms: [PS256]
---
kind: Application
partner: acme-bank
name: checkout
credentials:
  sandbox: { keys: [{ jwk: { kty: RSA, e: AQAB, n: ${KEY_2048} }, algorithm: PS256 }] }
  production: { keys: [{ jwk: { kty: RSA, e: AQAB, n: ${KEY_2048} }, algorithm: PS256 }] }
`,
  },
  *find(application, { catalog }) {
    for (const [environment, { keys = [] }] of Object.entries(application.value.credentials ?? {})) {
      const api = apiWithPartnerTokens(catalog, application, environment);
      if (api === undefined) continue;
      for (const [index, source] of keys.entries()) {
        const key = publicKey(source);
        if (!key.ok || !key.algorithm.startsWith('PS') || key.modulusBits === VERIFIABLE_BITS) continue;
        yield found(
          application.at(['credentials', environment, 'keys', index]),
          `key ${index + 1} of ${describeApplication(application)} for environment '${environment}' is an RSA key of ${key.modulusBits} bits for ${key.algorithm}; the gateway, which verifies the application's tokens for api '${api}', supports ${key.algorithm} with ${VERIFIABLE_BITS} bits only`,
          `register a key of ${VERIFIABLE_BITS} bits, or use ES256 or RS256`,
        );
      }
    }
  },
};

/** The first API that accepts tokens signed by an application in an environment, whenever its subscription holds. */
function apiWithPartnerTokens(catalog: Catalog, application: ApplicationEntry, name: string): string | undefined {
  const environment = catalog.environments.get(name)?.value;
  if (!environment) return undefined;
  return application.value.subscriptions?.find(({ api, environments }) => {
    const value = catalog.apis.get(api)?.value;
    if (!value || environments?.includes(name) === false || !isServedIn(value, environment)) return false;
    return policyOf(catalog, value, 'token')?.value.signedBy === 'partner';
  })?.api;
}
