import { describeApplication } from '../../model';
import type { ApplicationKey } from '../input';
import { type Check, error } from './check';

/** In an environment, a public key belongs to one application, and stands there once. */
export const sharedKey: Check = {
  code: 'shared-key',
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
      yield error(
        key.at(),
        same
          ? `${key.label} stands there twice`
          : `${key.label} is the key of ${describeApplication(other.application)} too`,
        same ? 'take one out' : 'a key tells who signed: let each application make its own pair',
      );
    }
  },
};
