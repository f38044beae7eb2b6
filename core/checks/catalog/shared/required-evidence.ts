import type { ApplicationEntry, Catalog, Entry, Partner } from '../../../model';
import { isInPeriod, partiesOf } from '../../../model';
import { applicationStatus, grantReason } from '../../../view';
import { isLater } from '../../../view/access/decision';
import type { CheckedSubscription, CheckInput } from '../../input';

/** Evidence that a tier requires in production, but that is not valid on the first day of a subscription there. */
export interface LackingEvidence {
  readonly subscription: CheckedSubscription;
  /** The owner of the application, who has to prove it. */
  readonly owner: Entry<Partner>;
  readonly requirement: string;
  /** First day in production, from the day of the check on. */
  readonly day: string;
  /** The evidence of the application's owner for the requirement. None of it is valid on that day. */
  readonly evidence: NonNullable<Partner['evidence']>;
}

/**
 * A subscription that is granted from a later day on is checked today: otherwise the catalog would become invalid on that day
 * without a change.
 */
export function* lackingEvidence(
  application: ApplicationEntry,
  { catalog, subscriptionsOf, asOf }: CheckInput,
): Iterable<LackingEvidence> {
  const { owner } = partiesOf(catalog.partners, application);
  for (const subscription of subscriptionsOf(application.id)) {
    const { requires = [] } = subscription.tier?.value ?? {};
    const day = requires.length === 0 ? undefined : firstDayInProduction(catalog, subscription, asOf);
    if (day === undefined) continue;
    for (const requirement of requires) {
      const evidence = (owner.value.evidence ?? []).filter((one) => one.requirement === requirement);
      if (evidence.some(({ issued, end }) => isInPeriod(day, issued, end))) continue;
      yield { subscription, owner, requirement, day, evidence };
    }
  }
}

/** The latest end of expired evidence; undefined if there is none. */
export function lastEnd({ day, evidence }: LackingEvidence): string | undefined {
  return evidence
    .flatMap(({ end }) => (end !== undefined && end <= day ? [end] : []))
    .sort()
    .at(-1);
}

/** The first day, from the day of the check on, on which a subscription is granted in production; undefined if there is none. */
function firstDayInProduction(catalog: Catalog, subscription: CheckedSubscription, asOf: string): string | undefined {
  const { application, value } = subscription;
  const { owner, resellers } = partiesOf(catalog.partners, application);
  const agreed = [owner, ...resellers].flatMap(({ value: { approval, contract } }) => [
    approval.on,
    contract.accepted?.on,
  ]);
  // Access can start only on one of these days.
  const days = [value.start, value.approval?.on, application.value.approval?.on, ...agreed];
  return [asOf, ...days.filter((day) => isLater(day, asOf)).sort()].find(
    (day) => day !== undefined && isGrantedInProduction(catalog, subscription, day),
  );
}

function isGrantedInProduction(
  catalog: Catalog,
  { application, value, api, tier, environments }: CheckedSubscription,
  day: string,
): boolean {
  return environments.some(
    ({ value: environment }) =>
      environment.stage === 'production' &&
      applicationStatus(catalog, application, environment, day).open &&
      api !== undefined &&
      tier !== undefined &&
      grantReason(value, api, tier, environment, day) === 'granted',
  );
}
