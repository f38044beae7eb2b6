import { type Catalog, type Finding, policyOf, UNIT_MS, WINDOWS, type Window } from '../../model';

/** Lengths of windows; of a month the longest, in which most calls can be served. */
const LENGTHS_MS: Readonly<Record<Window, number>> = { ...UNIT_MS, month: 31 * UNIT_MS.day };

/** An API's own limit lets through no more calls than its upstreams can serve. */
export function* upstreamCapacity(catalog: Catalog): Iterable<Finding> {
  for (const api of catalog.apis.values()) {
    const policy = policyOf(catalog, api.value, 'rateLimit');
    if (!policy) continue;
    const allowed = { ...policy.value.limits, ...policy.value.quota };
    for (const [environment, { capacity }] of Object.entries(api.value.upstreams)) {
      if (!capacity) continue;
      const over = WINDOWS.flatMap((window) => exceeded(allowed, capacity, window))[0];
      if (!over) continue;
      yield {
        code: 'upstream-capacity',
        severity: 'warning',
        message: `rate limit policy '${policy.name}' lets through ${over.limit} calls in a ${over.window}, and the upstream of api '${api.name}' in '${environment}' can serve ${over.served}`,
        hint: 'lower the limit, or raise the capacity if the upstream can serve more',
        at: api.at(['upstreams', environment, 'capacity']),
      };
    }
  }
}

type Limits = { readonly [Name in Window]?: number | undefined };

interface Exceeded {
  readonly window: Window;
  readonly limit: number;
  /** How many calls can be served in the window, at the pace of the tightest capacity that is no longer than it. */
  readonly served: number;
}

function exceeded(allowed: Limits, capacity: Limits, window: Window): readonly Exceeded[] {
  const limit = allowed[window];
  if (limit === undefined) return [];
  const paces = WINDOWS.filter((other) => LENGTHS_MS[other] <= LENGTHS_MS[window]).flatMap((other) => {
    const calls = capacity[other];
    return calls === undefined ? [] : [(calls * LENGTHS_MS[window]) / LENGTHS_MS[other]];
  });
  const served = Math.min(...paces);
  return limit > served ? [{ window, limit, served }] : [];
}
