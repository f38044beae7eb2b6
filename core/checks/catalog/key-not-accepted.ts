import { type Check, found } from '../check';
import { acceptedAlgorithms, signerPolicies } from './shared/token-signers';

export const keyNotAccepted: Check<'key-not-accepted'> = {
  code: 'key-not-accepted',
  severity: 'error',
  per: 'application',
  summary:
    'One of the keys with which an application signs its tokens has an algorithm that none of the token policies of its APIs accepts.',
  rationale:
    'the gateway finds a key by its ID and then verifies the token with it, so it would accept tokens of that algorithm',
  fix: 'Remove the key, or write an `algorithm` that a token policy accepts.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: acme-bank
name: checkout
credentials:
  sandbox:
    keys:
      - jwk: # ES256, the algorithm that the token policy accepts
          kty: EC
          crv: P-256
          x: LcRX9NI5QodoFMcjIQy7v6CUIKPcPIsRX_aY_cKui08
          y: nLJ2K6VnWY-3Qd4JfOqF5axRE3Flp1sM2qZUv_RDMRA
      - jwk: # EdDSA
          kty: OKP
          crv: Ed25519
          x: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo
`,
    prefer: `kind: Application
partner: acme-bank
name: checkout
credentials:
  sandbox:
    keys:
      - jwk: # ES256, the algorithm that the token policy accepts
          kty: EC
          crv: P-256
          x: LcRX9NI5QodoFMcjIQy7v6CUIKPcPIsRX_aY_cKui08
          y: nLJ2K6VnWY-3Qd4JfOqF5axRE3Flp1sM2qZUv_RDMRA
`,
  },
  *find(application, input) {
    for (const [environment, policies] of signerPolicies(application, input)) {
      const keys = input.applicationKeysOf(application.id).filter((key) => key.environment === environment);
      const accepted = new Set([...policies].flatMap(acceptedAlgorithms));
      const refused = keys.flatMap(({ label, result, at }) =>
        result.ok && !accepted.has(result.algorithm) ? [{ label, algorithm: result.algorithm, at }] : [],
      );
      // 'missing-key' reports that no key is accepted.
      if (refused.length === keys.length) continue;
      for (const { label, algorithm, at } of refused) {
        yield found(
          at(),
          `${label} is for ${algorithm}, which no token policy of its APIs in environment '${environment}' accepts`,
          `they accept ${[...accepted].join(', ')}; remove the key, or write another \`algorithm\``,
        );
      }
    }
  },
};
