import { describeApplication } from '../../model';
import { type Check, found } from '../check';
import type { ApplicationKey } from '../input';

export const sharedKey: Check<'shared-key'> = {
  code: 'shared-key',
  severity: 'error',
  per: 'catalog',
  summary: 'A public key is registered for two applications of an environment, or twice for one.',
  rationale: 'the key identifies the caller, so the gateway could not tell which of the applications signed a token',
  fix: 'Generate a key pair for each application.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: acme-bank
name: checkout
credentials:
  sandbox:
    keys:
      - jwk: { kty: EC, crv: P-256, x: f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU, y: x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0 }
---
kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - jwk: { kty: EC, crv: P-256, x: f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU, y: x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0 }
`,
    prefer: `kind: Application
partner: acme-bank
name: checkout
credentials:
  sandbox:
    keys:
      - jwk: { kty: EC, crv: P-256, x: f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU, y: x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0 }
---
kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - jwk: { kty: EC, crv: P-256, x: MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4, y: 4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM }
`,
  },
  *find({ catalog, applicationKeys }) {
    const first = new Map<string, ApplicationKey>();
    for (const key of applicationKeys) {
      if (!key.result.ok || !catalog.environments.has(key.environment)) continue;
      const id = `${key.environment} ${key.result.thumbprint}`;
      const other = first.get(id);
      if (!other) {
        first.set(id, key);
        continue;
      }
      const same = other.application === key.application;
      yield found(
        key.at(),
        same
          ? `${key.label} is listed twice`
          : `${key.label} is also a key of ${describeApplication(other.application)}`,
        same ? 'remove one of them' : 'the key identifies the signer: generate a key pair for each application',
      );
    }
  },
};
