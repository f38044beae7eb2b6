import { grantReason } from '../access/access';
import { standingOf } from '../access/standing';
import { holdsOn } from '../units/calendar';
import { nearest } from '../wording/suggest';
import { type Check, error, type Finding, warning } from './check';
import type { CheckedSubscription, CheckInput } from './input';

/** Before a partner uses a tier in production, it has proved what the tier requires. */
export const evidenceMissing: Check = {
  code: 'evidence-missing',
  *find(input) {
    for (const subscription of input.subscriptions) {
      const { tier } = subscription;
      if (!tier?.value.requires || !isGrantedInProduction(subscription, input)) continue;
      for (const requirement of tier.value.requires) yield* missing(subscription, requirement, input.asOf);
    }
  },
};

function isGrantedInProduction(
  { application, value, api, tier, environments }: CheckedSubscription,
  { asOf }: CheckInput,
) {
  return environments.some(
    ({ value: environment }) =>
      environment.stage === 'production' &&
      standingOf(application, environment, asOf).open &&
      api !== undefined &&
      tier !== undefined &&
      grantReason(value, api, tier, environment, asOf) === 'granted',
  );
}

function* missing(
  { application, value, at }: CheckedSubscription,
  requirement: string,
  asOf: string,
): Iterable<Finding> {
  const { partner } = application;
  const proofs = (partner.value.evidence ?? []).filter((proof) => proof.requirement === requirement);
  if (proofs.some(({ issued, end }) => holdsOn(asOf, issued, end))) return;
  const words = `tier '${value.tier}' requires '${requirement}' in production, and partner '${partner.name}'`;
  const later = proofs.flatMap(({ issued }) => (asOf < issued ? [issued] : [])).sort();
  const ended = proofs.flatMap(({ end }) => (end !== undefined && end <= asOf ? [end] : [])).sort();
  if (ended.length > 0) {
    // A day that passes does not stop the work on everything else.
    yield warning(
      at(['tier']),
      `${words} has a proof that ended on ${ended.at(-1)}`,
      'add the new proof to its `evidence`',
    );
  } else if (later.length > 0) {
    yield error(
      at(['tier']),
      `${words} has a proof that is issued on ${later[0]}, after ${asOf}`,
      'write the day on which it was issued, or keep the subscription out of production with `environments`',
    );
  } else {
    const near = nearest(requirement, partner.value.evidence?.map((proof) => proof.requirement) ?? []);
    const other = near === undefined ? '' : `if its proof of '${near}' is meant, write '${requirement}' there; else `;
    const hint = `${other}add it to the partner's \`evidence\`, or keep the subscription out of production with \`environments\``;
    yield error(at(['tier']), `${words} has no proof of it`, hint);
  }
}
