import { targetOf } from '../../../policies';
import { type Catalog, type Entry, type Environment, isServedIn, type RateLimitPolicy, tierWindows } from '../../model';
import { type Check, type Found, found } from '../check';
import { openTiersFrom } from '../open-tiers';

export const monthCountedAs30Days: Check<'month-counted-as-30-days'> = {
  code: 'month-counted-as-30-days',
  severity: 'warning',
  per: 'catalog',
  summary: 'A monthly quota is enforced by native plugins, which count 30 days instead of calendar months.',
  rationale: 'a partner that paid for a calendar month is refused calls, or gets more than it paid for',
  fix: "Write `plugins: portable` in the environment's gateway to count calendar months.",
  waivable: true,
  examples: {
    avoid: `kind: Environment
name: production
gateway: { plugins: native }
---
kind: Tier
name: free
quota: { month: 30000 }
`,
    prefer: `kind: Environment
name: production
gateway: { plugins: portable }
---
kind: Tier
name: free
quota: { month: 30000 }
`,
  },
  *find({ catalog, asOf }) {
    for (const environment of catalog.environments.values()) {
      if (targetOf(environment.value)?.plugins === 'native') yield* tiersIn(catalog, environment, asOf);
    }
    for (const policy of catalog.policies.rateLimit.values()) yield* quotaOf(catalog, policy);
  },
};

function* tiersIn(catalog: Catalog, environment: Entry<Environment>, asOf: string): Iterable<Found> {
  const tiers = monthlyTiers(catalog, environment, asOf);
  if (tiers.length === 0) return;
  yield found(
    environment.at(['gateway', 'plugins']),
    `environment '${environment.name}' counts the months of ${tiers.join(', ')} as 30 days: its plugin rate-limiting-advanced has no calendar months`,
    'write `plugins: portable` in its gateway to count calendar months',
  );
}

function* quotaOf(catalog: Catalog, policy: Entry<RateLimitPolicy>): Iterable<Found> {
  const environment = nativeEnvironmentOf(catalog, policy.name);
  if (policy.value.quota?.month === undefined || !environment) return;
  yield found(
    policy.at(['quota', 'month']),
    `rate limit policy '${policy.name}' has a monthly quota, which Kong's rate-limiting in environment '${environment}' counts as 30 days`,
    "write a daily or hourly quota, or `plugins: portable` in the environment's gateway",
  );
}

/** The first environment in which native plugins enforce a rate limit policy. */
function nativeEnvironmentOf(catalog: Catalog, policy: string): string | undefined {
  const apis = [...catalog.apis.values()].filter(({ value }) => value.policies.rateLimit === policy);
  return [...catalog.environments.values()].find(
    ({ value }) => targetOf(value)?.plugins === 'native' && apis.some((api) => isServedIn(api.value, value)),
  )?.name;
}

/** The tiers with a monthly quota that are open in an environment on a day or later, as `tier 'paid'`. */
function monthlyTiers(catalog: Catalog, environment: Entry<Environment>, asOf: string): readonly string[] {
  const tiers = new Set<string>();
  for (const api of catalog.apis.values()) {
    if (!isServedIn(api.value, environment.value)) continue;
    for (const tier of openTiersFrom(catalog, api, environment, asOf)) {
      if (tierWindows(tier.value, api.name).some(({ window }) => window === 'month')) tiers.add(`tier '${tier.name}'`);
    }
  }
  return [...tiers].sort();
}
