import type { ApplicationEntry, Catalog, Entry, Evidence, Partner } from '../../../model';
import { evidenceEnd, hasEvidence, isLater, partiesOf, programmeOf, tierFrom } from '../../../model';
import { applicationStatus, grantReason } from '../../../view';
import type { CheckedSubscription, CheckInput } from '../../input';

/** Evidence with the first day on which it is no longer valid, if there is one. */
export interface DatedEvidence {
  readonly value: Evidence;
  readonly end: string | undefined;
}

/** Evidence that a tier requires in production, but that is not valid on the first day of a subscription there. */
export interface LackingEvidence {
  readonly subscription: CheckedSubscription;
  /** The owner of the application, who has to prove it. */
  readonly owner: Entry<Partner>;
  readonly requirement: string;
  /** First day on which it is needed: in production, from the day of the check on. */
  readonly day: string;
  /** The subject of messages: `tier 'paid' requires evidence for 'certification' in production`. */
  readonly label: string;
  /** The evidence of the application's owner for the requirement. None of it is valid on that day. */
  readonly evidence: readonly DatedEvidence[];
}

/**
 * A subscription that is granted from a later day on, and terms that are in force from a later day on, are checked today: otherwise
 * the catalog would become invalid on that day without a change. Each requirement is reported for the first day on which it is
 * needed.
 */
export function lackingEvidence(application: ApplicationEntry, input: CheckInput): readonly LackingEvidence[] {
  const known = cache.get(input) ?? new Map<ApplicationEntry, readonly LackingEvidence[]>();
  cache.set(input, known);
  const lacking = known.get(application) ?? [...findLacking(application, input)];
  known.set(application, lacking);
  return lacking;
}

/** Two checks read it: one reports evidence that is missing, the other one evidence that has ended. */
const cache = new WeakMap<CheckInput, Map<ApplicationEntry, readonly LackingEvidence[]>>();

function* findLacking(
  application: ApplicationEntry,
  { catalog, subscriptionsOf, asOf }: CheckInput,
): Iterable<LackingEvidence> {
  const programme = programmeOf(catalog)?.value;
  const { owner } = partiesOf(catalog.partners, application);
  for (const subscription of subscriptionsOf(application.id)) {
    const reported = new Set<string>();
    for (const { tier, from, day } of daysInProduction(catalog, subscription, asOf)) {
      for (const requirement of tier.value.requires ?? []) {
        if (reported.has(requirement) || hasEvidence(owner.value, requirement, programme, day)) continue;
        reported.add(requirement);
        const evidence = (owner.value.evidence ?? [])
          .filter((one) => one.requirement === requirement)
          .map((value) => ({ value, end: evidenceEnd(value, programme) }));
        const later = from > asOf ? ` from ${from} on` : '';
        const label = `tier '${tier.name}' requires evidence for '${requirement}' in production${later}`;
        yield { subscription, owner, requirement, day, label, evidence };
      }
    }
  }
}

/** Evidence that is no longer valid. */
export interface ExpiredEvidence extends DatedEvidence {
  readonly end: string;
}

/** When and why evidence has expired: `ends on 2026-11-05`. */
export function describeEnd({ value, end }: ExpiredEvidence): string {
  if (end === value.end) return `ends on ${end}`;
  return `was issued on ${value.issued} and ends on ${end}, when the \`validFor\` of the requirement is over`;
}

/** The evidence that expired last, with its end; undefined if none has expired. */
export function lastExpired({ day, evidence }: LackingEvidence): ExpiredEvidence | undefined {
  return evidence
    .flatMap(({ value, end }) => (end !== undefined && end <= day ? [{ value, end }] : []))
    .sort((a, b) => (a.end < b.end ? -1 : 1))
    .at(-1);
}

/** The tier of a subscription, with the first day on which it is granted in production while these terms are in force. */
function daysInProduction(catalog: Catalog, subscription: CheckedSubscription, asOf: string) {
  const applied = subscription.tier ? tierFrom(catalog, subscription.tier, asOf) : [];
  return applied.flatMap(({ tier, from }, index) => {
    const isRequiring = (tier.value.requires ?? []).length > 0;
    const day = isRequiring ? firstDayInProduction(catalog, { ...subscription, tier }, from) : undefined;
    const end = applied[index + 1]?.from;
    return day === undefined || (end !== undefined && end <= day) ? [] : [{ tier, from, day }];
  });
}

/** The first day, from a day on, on which a subscription is granted in production; undefined if there is none. */
function firstDayInProduction(catalog: Catalog, subscription: CheckedSubscription, from: string): string | undefined {
  const { application, value } = subscription;
  const { owner, resellers } = partiesOf(catalog.partners, application);
  const agreed = [owner, ...resellers].flatMap(({ value: { approval, contract } }) => [
    approval.on,
    contract.accepted?.on,
  ]);
  // Access can start only on one of these days.
  const days = [value.start, value.approval?.on, application.value.approval?.on, ...agreed];
  return [from, ...days.filter((day) => isLater(day, from)).sort()].find(
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
