import type { ApplicationEntry } from '../../model';
import { describeApplication, getOwn } from '../../model';
import { type Check, found } from '../check';

export const sharedClientId: Check<'shared-client-id'> = {
  code: 'shared-client-id',
  severity: 'error',
  per: 'catalog',
  summary: 'Two applications of an environment have the same client ID.',
  rationale: "the client ID identifies the caller, so calls of one application would count as the other's",
  fix: 'Register a client at the identity provider for each application.',
  details:
    'Client IDs that differ only in leading or trailing spaces count as the same, because HTTP removes these spaces from the header that identifies the caller to upstreams. Case is significant.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
credentials:
  sandbox: { clientId: checkout-sandbox }
`,
    prefer: `kind: Application
partner: initech
name: portal
credentials:
  sandbox: { clientId: portal-sandbox }
`,
  },
  *find({ catalog }) {
    const first = new Map<string, ApplicationEntry>();
    for (const application of catalog.applications.values()) {
      for (const [environment, { clientId }] of Object.entries(application.value.credentials ?? {})) {
        if (!catalog.environments.has(environment)) continue;
        const id = `${environment} ${clientId.trim()}`;
        const other = first.get(id);
        if (other) {
          const same = getOwn(other.value.credentials, environment)?.clientId === clientId;
          yield found(
            application.at(['credentials', environment, 'clientId']),
            `client ID '${clientId}' of ${describeApplication(application)} already belongs to ${describeApplication(other)} in environment '${environment}'${same ? '' : ', apart from surrounding spaces'}`,
            'register a separate client for each application',
          );
        } else first.set(id, application);
      }
    }
  },
};
