import type { Entry, Tier } from '../../model';
import {
  tierWindows,
  type WindowConflict,
  type WindowLimit,
  windowConflicts,
  windowPath,
  windowsOf,
} from '../../model';
import { type Check, error, type Found } from './check';

/** A longer window allows at least as many calls as a shorter one, overrides merged. */
export const windowOrder: Check = {
  code: 'window-order',
  *find({ catalog }) {
    for (const tier of catalog.tiers.values()) yield* inTier(tier);
    for (const policy of catalog.policies.rateLimit.values()) {
      for (const conflict of windowConflicts(windowsOf(policy.value))) {
        yield finding(policy, `rate limit policy '${policy.name}'`, conflict.longer, conflict);
      }
    }
    for (const api of catalog.apis.values()) {
      for (const [environment, { capacity }] of Object.entries(api.value.upstreams)) {
        if (!capacity) continue;
        for (const conflict of windowConflicts(windowsOf({ limits: capacity }))) {
          yield error(
            api.at(['upstreams', environment, 'capacity', conflict.longer.window]),
            `capacity of api '${api.name}' in environment '${environment}' ${contradiction(conflict)}`,
            hintFor(conflict),
          );
        }
      }
    }
  },
};

function* inTier(tier: Entry<Tier>): Iterable<Found> {
  for (const conflict of windowConflicts(tierWindows(tier.value))) {
    yield finding(tier, `tier '${tier.name}'`, conflict.longer, conflict);
  }
  for (const [index, { api, operation }] of (tier.value.overrides ?? []).entries()) {
    const of = operation === undefined ? `api '${api}'` : `operation '${operation}' of api '${api}'`;
    for (const conflict of windowConflicts(tierWindows(tier.value, api, operation))) {
      // What the override does not change is said where it stands.
      const changed = [conflict.longer, conflict.shorter].find(({ place }) => place[1] === index);
      if (changed) yield finding(tier, `tier '${tier.name}' on ${of}`, changed, conflict);
    }
  }
}

function finding(entry: Entry<object>, subject: string, at: WindowLimit, conflict: WindowConflict): Found {
  return error(entry.at(windowPath(at)), `${subject} ${contradiction(conflict)}`, hintFor(conflict));
}

function contradiction({ shorter, longer }: WindowConflict): string {
  return `allows ${longer.limit} calls in a ${longer.window}, fewer than the ${shorter.limit} in a ${shorter.window}`;
}

function hintFor({ shorter, longer }: WindowConflict): string {
  return `raise '${longer.window}' to at least ${shorter.limit}, or lower '${shorter.window}' to at most ${longer.limit}`;
}
