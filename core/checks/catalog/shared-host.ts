import type { Entry, Environment } from '../../model';
import { type Check, error, warning } from './check';

/** A host leads to one environment. */
export const sharedHost: Check = {
  code: 'shared-host',
  *find({ catalog }) {
    const first = new Map<string, Entry<Environment>>();
    for (const environment of catalog.environments.values()) {
      for (const [index, host] of environment.value.hosts.entries()) {
        const other = first.get(host);
        if (!other) {
          first.set(host, environment);
          continue;
        }
        const [stage, otherStage] = [environment.value.stage, other.value.stage];
        yield (stage === otherStage ? warning : error)(
          environment.at(['hosts', index]),
          `host '${host}' of environment '${environment.name}' (${stage}) is that of environment '${other.name}' (${otherStage}) too`,
          'give each environment a host of its own',
        );
      }
    }
  },
};
