import { targetOf } from '../../../policies';
import {
  type Catalog,
  type Entry,
  type Environment,
  type Finding,
  isServedIn,
  openTiers,
  tierWindows,
} from '../../model';

/** Months are those of the calendar; Kong's own plugins count 30 days. */
export function* calendarMonth(catalog: Catalog): Iterable<Finding> {
  for (const environment of catalog.environments.values()) {
    const tiers = monthlyTiers(catalog, environment);
    if (targetOf(environment.value)?.plugins !== 'native' || tiers.length === 0) continue;
    yield {
      code: 'calendar-month',
      severity: 'warning',
      message: `environment '${environment.name}' counts the months of ${tiers.join(', ')} as 30 days each, not by the calendar: its plugin rate-limiting-advanced knows none`,
      hint: 'to count by the calendar, write `plugins: portable` in its gateway',
      at: environment.at(['gateway', 'plugins']),
    };
  }
  for (const policy of catalog.policies.rateLimit.values()) {
    const environment = nativeEnvironmentOf(catalog, policy.name);
    if (policy.value.quota?.month === undefined || !environment) continue;
    yield {
      code: 'calendar-month',
      severity: 'warning',
      message: `rate limit policy '${policy.name}' has a quota for the month, which Kong's rate-limiting in environment '${environment}' counts anew after 30 days`,
      hint: "say it by the day or by the hour, or write `plugins: portable` in the environment's gateway",
      at: policy.at(['quota', 'month']),
    };
  }
}

/** The first environment in which Enterprise's plugins count a rate limit policy. */
function nativeEnvironmentOf(catalog: Catalog, policy: string): string | undefined {
  const apis = [...catalog.apis.values()].filter(({ value }) => value.policies.rateLimit === policy);
  return [...catalog.environments.values()].find(
    ({ value }) => targetOf(value)?.plugins === 'native' && apis.some((api) => isServedIn(api.value, value)),
  )?.name;
}

/** The tiers with a quota for the month that are open in an environment, as words. */
function monthlyTiers(catalog: Catalog, environment: Entry<Environment>): readonly string[] {
  const found = new Set<string>();
  for (const api of catalog.apis.values()) {
    if (!isServedIn(api.value, environment.value)) continue;
    for (const tier of openTiers(catalog, api, environment)) {
      if (tierWindows(tier.value, api.name).some(({ window }) => window === 'month')) found.add(`tier '${tier.name}'`);
    }
  }
  return [...found].sort();
}
