import { describeApplication, getOwn } from '../../model';
import { type Check, found } from '../check';
import { acceptedAlgorithms, signerPolicies } from './shared/token-signers';

export const missingKey: Check<'missing-key'> = {
  code: 'missing-key',
  severity: 'error',
  per: 'application',
  summary:
    'An application subscribes to an API whose tokens it signs itself, but has no public key with an algorithm that the token policy accepts.',
  rationale: 'the gateway would refuse every call of the application to the API',
  fix: "Register the application's public key, or one with an accepted algorithm.",
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Application
partner: acme-bank
name: checkout
credentials:
  sandbox: { clientId: checkout-sandbox }
`,
      without: ['credentials.sandbox.keys'],
    },
    prefer: `kind: Application
partner: acme-bank
name: checkout
credentials:
  sandbox:
    clientId: checkout-sandbox
    keys:
      - jwk:
          kty: EC
          crv: P-256
          x: LcRX9NI5QodoFMcjIQy7v6CUIKPcPIsRX_aY_cKui08
          y: nLJ2K6VnWY-3Qd4JfOqF5axRE3Flp1sM2qZUv_RDMRA
`,
  },
  *find(application, input) {
    for (const [environment, policies] of signerPolicies(application, input)) {
      const keys = input.applicationKeysOf(application.id).filter((key) => key.environment === environment);
      for (const policy of policies) {
        const path = ['credentials', environment];
        const accepts = `token policy '${policy.name}' accepts ${acceptedAlgorithms(policy).join(', ')}`;
        if (getOwn(application.value.credentials, environment)?.keys === undefined) {
          yield found(
            application.at(path, 'key'),
            `${describeApplication(application)} has no key for environment '${environment}', where it signs its own tokens`,
            `add its public keys under credentials.${environment}.keys; ${accepts}`,
          );
        } else if (keys.every(({ result }) => result.ok && !acceptedAlgorithms(policy).includes(result.algorithm))) {
          yield found(
            application.at([...path, 'keys']),
            `${describeApplication(application)} has no key for environment '${environment}' with an algorithm that token policy '${policy.name}' accepts`,
            `${accepts}; register a key for one of them, or write the key's \`algorithm\` if it can be used with one`,
          );
        }
      }
    }
  },
};
