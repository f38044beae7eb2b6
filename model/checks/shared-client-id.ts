import type { ApplicationEntry } from '../catalog';
import { applicationWords } from '../entries';
import { type Check, error } from './check';

/** In an environment, a client id belongs to one application. */
export const sharedClientId: Check = {
  code: 'shared-client-id',
  *find({ catalog }) {
    const first = new Map<string, ApplicationEntry>();
    for (const application of catalog.applications.values()) {
      for (const [environment, { clientId }] of Object.entries(application.value.credentials ?? {})) {
        if (!catalog.environments.has(environment)) continue;
        const id = `${environment} ${clientId}`;
        const other = first.get(id);
        if (other) {
          yield error(
            application.at(['credentials', environment, 'clientId']),
            `client id '${clientId}' of ${applicationWords(application)} belongs to ${applicationWords(other)} in environment '${environment}' already`,
            'register a client of its own for each application',
          );
        } else first.set(id, application);
      }
    }
  },
};
