import type { Catalog, Entry, Environment } from '../../../model';
import { type Found, found } from '../../check';

/** A host of an environment that an earlier one has too. */
export interface SharedHost {
  readonly host: string;
  readonly environment: Entry<Environment>;
  /** The index of the host in that environment. */
  readonly index: number;
  readonly other: Entry<Environment>;
}

export function* sharedHosts(catalog: Catalog): Iterable<SharedHost> {
  const first = new Map<string, Entry<Environment>>();
  for (const environment of catalog.environments.values()) {
    for (const [index, host] of environment.value.hosts.entries()) {
      const other = first.get(host);
      if (other) yield { host, environment, index, other };
      else first.set(host, environment);
    }
  }
}

export function describeSharedHost({ host, environment, index, other }: SharedHost): Found {
  return found(
    environment.at(['hosts', index]),
    `host '${host}' of environment '${environment.name}' (${environment.value.stage}) is also a host of environment '${other.name}' (${other.value.stage})`,
    'give each environment its own host',
  );
}
