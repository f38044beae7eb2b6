import { holdsOn, nearest } from '../../model';
import { applicationStatus, grantReason } from '../../view';
import { isLater } from '../../view/access/decision';
import type { CheckedSubscription } from '../input';
import { type Check, error, type Found, warning } from './check';

/**
 * Before a partner uses a tier in production, it has proved what the tier requires. What is granted from a later day on is held to
 * it now: the day that comes makes no error of its own.
 */
export const evidenceMissing: Check = {
  code: 'evidence-missing',
  *find({ subscriptions, asOf }) {
    for (const subscription of subscriptions) {
      const { requires } = subscription.tier?.value ?? {};
      const day = requires && firstDayInProduction(subscription, asOf);
      if (day === undefined) continue;
      for (const requirement of requires ?? []) yield* missing(subscription, requirement, day);
    }
  },
};

/** The first day, from the day of the check on, on which a subscription is granted in production; undefined if there is none. */
function firstDayInProduction(subscription: CheckedSubscription, asOf: string): string | undefined {
  const { application, value } = subscription;
  const { approval, contract } = application.partner.value;
  // A grant begins on one of these days, and on no other.
  const days = [value.start, value.approval?.on, application.value.approval?.on, approval.on, contract.accepted?.on];
  return [asOf, ...days.filter((day) => isLater(day, asOf)).sort()].find(
    (day) => day !== undefined && isGrantedInProduction(subscription, day),
  );
}

function isGrantedInProduction({ application, value, api, tier, environments }: CheckedSubscription, day: string) {
  return environments.some(
    ({ value: environment }) =>
      environment.stage === 'production' &&
      applicationStatus(application, environment, day).open &&
      api !== undefined &&
      tier !== undefined &&
      grantReason(value, api, tier, environment, day) === 'granted',
  );
}

function* missing({ application, value, at }: CheckedSubscription, requirement: string, day: string): Iterable<Found> {
  const { partner } = application;
  const proofs = (partner.value.evidence ?? []).filter((proof) => proof.requirement === requirement);
  if (proofs.some(({ issued, end }) => holdsOn(day, issued, end))) return;
  const words = `tier '${value.tier}' requires '${requirement}' in production, and partner '${partner.name}'`;
  const later = proofs.flatMap(({ issued }) => (day < issued ? [issued] : [])).sort();
  const ended = proofs.flatMap(({ end }) => (end !== undefined && end <= day ? [end] : [])).sort();
  if (ended.length > 0) {
    // A day that passes does not stop the work on everything else.
    yield warning(
      at(['tier']),
      `${words} has a proof that holds only until ${ended.at(-1)}`,
      'add the new proof to its `evidence`',
    );
  } else if (later.length > 0) {
    yield error(
      at(['tier']),
      `${words} has a proof that is issued on ${later[0]}, after ${day}`,
      'write the day on which it was issued, or keep the subscription out of production with `environments`',
    );
  } else {
    const near = nearest(requirement, partner.value.evidence?.map((proof) => proof.requirement) ?? []);
    const other = near === undefined ? '' : `if its proof of '${near}' is meant, write '${requirement}' there; else `;
    const hint = `${other}add it to the partner's \`evidence\`, or keep the subscription out of production with \`environments\``;
    yield error(at(['tier']), `${words} has no proof of it`, hint);
  }
}
