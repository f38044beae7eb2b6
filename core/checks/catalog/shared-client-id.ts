import type { ApplicationEntry } from '../../model';
import { describeApplication, getOwn } from '../../model';
import { type Check, error } from './check';

/**
 * In an environment, a client id belongs to one application. Outer spaces are allowed and make another id, but HTTP takes them
 * from the header that names the caller: upstreams could not tell the two apart.
 */
export const sharedClientId: Check = {
  code: 'shared-client-id',
  *find({ catalog }) {
    const first = new Map<string, ApplicationEntry>();
    for (const application of catalog.applications.values()) {
      for (const [environment, { clientId }] of Object.entries(application.value.credentials ?? {})) {
        if (!catalog.environments.has(environment)) continue;
        const id = `${environment} ${clientId.trim()}`;
        const other = first.get(id);
        if (other) {
          const same = getOwn(other.value.credentials, environment)?.clientId === clientId;
          yield error(
            application.at(['credentials', environment, 'clientId']),
            `client id '${clientId}' of ${describeApplication(application)} belongs to ${describeApplication(other)} in environment '${environment}' already${same ? '' : ', with other outer spaces'}`,
            'register a client of its own for each application',
          );
        } else first.set(id, application);
      }
    }
  },
};
