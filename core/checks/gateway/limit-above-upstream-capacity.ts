import { policyOf, UNIT_MS, WINDOWS, type Window } from '../../model';
import { type Check, found } from '../check';

/** Lengths of windows; of a month the longest, in which most calls can be served. */
const LENGTHS_MS: Readonly<Record<Window, number>> = { ...UNIT_MS, month: 31 * UNIT_MS.day };

export const limitAboveUpstreamCapacity: Check<'limit-above-upstream-capacity'> = {
  code: 'limit-above-upstream-capacity',
  severity: 'warning',
  per: 'api',
  summary: "An API's rate limit policy allows more calls than the `capacity` of one of its upstreams.",
  rationale: 'the limit exists to protect the upstream, and at this value it does not',
  fix: 'Lower the limit, or raise the capacity if the upstream can serve more.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: sim-swap
upstreams:
  production: { url: 'https://sim-swap.internal', capacity: { second: 50 } }
policies: { rateLimit: protect-upstream }
---
kind: RateLimitPolicy
name: protect-upstream
limits: { second: 100 }
`,
    prefer: `kind: Api
name: sim-swap
upstreams:
  production: { url: 'https://sim-swap.internal', capacity: { second: 100 } }
policies: { rateLimit: protect-upstream }
---
kind: RateLimitPolicy
name: protect-upstream
limits: { second: 100 }
`,
  },
  *find(api, { catalog }) {
    const policy = policyOf(catalog, api.value, 'rateLimit');
    if (!policy) return;
    const allowed = { ...policy.value.limits, ...policy.value.quota };
    for (const [environment, { capacity }] of Object.entries(api.value.upstreams)) {
      if (!capacity) continue;
      const excess = WINDOWS.flatMap((window) => excessIn(window, allowed, capacity))[0];
      if (!excess) continue;
      yield found(
        api.at(['upstreams', environment, 'capacity']),
        `rate limit policy '${policy.name}' allows ${excess.limit} calls per ${excess.window}, but the upstream of api '${api.name}' in '${environment}' can serve ${excess.served}`,
        'lower the limit, or raise the capacity if the upstream can serve more',
      );
    }
  },
};

type Limits = { readonly [Name in Window]?: number | undefined };

interface Excess {
  readonly window: Window;
  readonly limit: number;
  /** How many calls can be served in the window at the pace of the tightest capacity of a window that is not longer. */
  readonly served: number;
}

function excessIn(window: Window, allowed: Limits, capacity: Limits): readonly Excess[] {
  const limit = allowed[window];
  if (limit === undefined) return [];
  const paces = WINDOWS.filter((other) => LENGTHS_MS[other] <= LENGTHS_MS[window]).flatMap((other) => {
    const calls = capacity[other];
    return calls === undefined ? [] : [(calls * LENGTHS_MS[window]) / LENGTHS_MS[other]];
  });
  const served = Math.min(...paces);
  return limit > served ? [{ window, limit, served }] : [];
}
