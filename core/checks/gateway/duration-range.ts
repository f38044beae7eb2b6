import {
  type DurationLimits,
  EXPIRATION,
  KEEPING,
  SKEW,
  TIMEOUT,
  takes,
} from '../../../policies/target/duration-limits';
import { type Catalog, durationMs, type Entry, type Finding, type Path } from '../../model';

/** A length of time in a document. */
interface Written {
  readonly entry: Entry<unknown>;
  readonly path: Path;
  readonly limits: DurationLimits;
  readonly value: string | undefined;
}

/** Every length of time is one that its setting takes: nothing is rounded or cut to fit. */
export function* durationRange(catalog: Catalog): Iterable<Finding> {
  for (const { entry, path, limits, value } of durations(catalog)) {
    if (value === undefined || takes(limits, durationMs(value))) continue;
    yield {
      code: 'duration-range',
      severity: 'error',
      message: `'${String(path.at(-1))}' of '${entry.name}' is ${value}; the gateway takes ${limits.words}`,
      hint: `write a time within ${limits.words}`,
      at: entry.at(path),
    };
  }
}

function* durations(catalog: Catalog): Iterable<Written> {
  for (const entry of catalog.apis.values()) {
    for (const [environment, { timeouts }] of Object.entries(entry.value.upstreams)) {
      for (const field of ['connect', 'read', 'write'] as const) {
        const path = ['upstreams', environment, 'timeouts', field];
        yield { entry, path, limits: TIMEOUT, value: timeouts?.[field] };
      }
    }
  }
  for (const entry of catalog.environments.values()) {
    const { counters } = entry.value;
    if (counters.store !== 'redis') continue;
    yield { entry, path: ['counters', 'timeout'], limits: TIMEOUT, value: counters.timeout };
  }
  for (const entry of catalog.policies.consent.values()) {
    const { live } = entry.value;
    yield { entry, path: ['live', 'timeout'], limits: TIMEOUT, value: live?.timeout };
    yield { entry, path: ['live', 'cacheFor'], limits: KEEPING, value: live?.cacheFor };
  }
  for (const entry of catalog.policies.token.values()) {
    const { clockSkew, maximumExpiration } = entry.value;
    yield { entry, path: ['maximumExpiration'], limits: EXPIRATION, value: maximumExpiration };
    // Beyond its longest the skew is told by a check of its own, with the reason.
    yield { entry, path: ['clockSkew'], limits: { ...SKEW, most: Number.POSITIVE_INFINITY }, value: clockSkew };
  }
}
