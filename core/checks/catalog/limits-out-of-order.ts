import type { Api, Entry, Tier } from '../../model';
import {
  tierWindows,
  type WindowConflict,
  type WindowLimit,
  windowConflicts,
  windowPath,
  windowsOf,
} from '../../model';
import { type DocumentCheck, type Found, found } from '../check';

export const limitsOutOfOrder: DocumentCheck<'Api' | 'RateLimitPolicy' | 'Tier', 'limits-out-of-order'> = {
  code: 'limits-out-of-order',
  severity: 'error',
  per: 'document',
  kinds: ['Api', 'RateLimitPolicy', 'Tier'],
  summary:
    'Limits, quotas and overrides together, or the `capacity` of an upstream, allow fewer calls in a longer window than in a shorter one.',
  rationale: 'the gateway rejects such limits, and the shorter window could never be used up',
  fix: 'Raise the limit of the longer window, or lower that of the shorter one.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
limits: { second: 20, minute: 15 }
`,
    prefer: `kind: Tier
name: paid
limits: { second: 20, minute: 600 }
`,
  },
  *find(entry) {
    const { value } = entry;
    switch (value.kind) {
      case 'Api':
        yield* inCapacity(entry, value);
        break;
      case 'RateLimitPolicy':
        for (const conflict of windowConflicts(windowsOf(value))) {
          yield describe(entry, `rate limit policy '${entry.name}'`, conflict.longer, conflict);
        }
        break;
      case 'Tier':
        yield* inTier(entry, value);
        break;
    }
  },
};

function* inCapacity(entry: Entry<object>, api: Api): Iterable<Found> {
  for (const [environment, { capacity }] of Object.entries(api.upstreams)) {
    if (!capacity) continue;
    for (const conflict of windowConflicts(windowsOf({ limits: capacity }))) {
      yield found(
        entry.at(['upstreams', environment, 'capacity', conflict.longer.window]),
        `capacity of api '${entry.name}' in environment '${environment}' ${contradiction(conflict)}`,
        hintFor(conflict),
      );
    }
  }
}

function* inTier(entry: Entry<object>, tier: Tier): Iterable<Found> {
  for (const conflict of windowConflicts(tierWindows(tier))) {
    yield describe(entry, `tier '${tier.name}'`, conflict.longer, conflict);
  }
  for (const [index, { api, operation }] of (tier.overrides ?? []).entries()) {
    const scope = operation === undefined ? `api '${api}'` : `operation '${operation}' of api '${api}'`;
    for (const conflict of windowConflicts(tierWindows(tier, api, operation))) {
      // A limit that the override does not change is reported at that limit.
      const changed = [conflict.longer, conflict.shorter].find(({ place }) => place[1] === index);
      if (changed) yield describe(entry, `tier '${tier.name}' on ${scope}`, changed, conflict);
    }
  }
}

function describe(entry: Entry<object>, subject: string, at: WindowLimit, conflict: WindowConflict): Found {
  return found(entry.at(windowPath(at)), `${subject} ${contradiction(conflict)}`, hintFor(conflict));
}

function contradiction({ shorter, longer }: WindowConflict): string {
  return `allows ${longer.limit} calls in a ${longer.window}, fewer than the ${shorter.limit} in a ${shorter.window}`;
}

function hintFor({ shorter, longer }: WindowConflict): string {
  return `raise '${longer.window}' to at least ${shorter.limit}, or lower '${shorter.window}' to at most ${longer.limit}`;
}
