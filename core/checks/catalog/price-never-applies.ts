import { deviationPeriod, type Entry, type Partner, type Period, periodsOverlap, type Tier } from '../../model';
import { type DocumentCheck, type Found, found } from '../check';
import { isOfType, type WrittenItem, writtenItems } from './shared/price-lists';

export const priceNeverApplies: DocumentCheck<'Partner' | 'Tier', 'price-never-applies'> = {
  code: 'price-never-applies',
  severity: 'warning',
  per: 'document',
  kinds: ['Partner', 'Tier'],
  summary: 'A discount or a credit ends before it can have any effect, or a draft has a free period that is over.',
  rationale: 'the partner was promised something that it never gets',
  fix: 'Correct the dates, or remove the item.',
  details: `It has no effect if it ends before anything is charged (\`freeUntil\`), if it does not share a day with the deviation that
adds it, or if it is over while the tier is still a draft. In the sealed terms of an active tier, a discount or a credit that has ended
is not reported: it ended as agreed.`,
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  freeUntil: 2027-01-01
  items:
    calls: { type: calls, flat: 0.012 EUR }
    launch:
      type: discount
      percent: 20%
      from: 2026-10-01
      to: 2027-01-01
      reason: Launch of the API.
      approvedBy: finance@operator.example
`,
    prefer: `kind: Tier
name: paid
price:
  freeUntil: 2027-01-01
  items:
    calls: { type: calls, flat: 0.012 EUR }
    launch:
      type: discount
      percent: 20%
      from: 2027-01-01
      to: 2027-04-01
      reason: Launch of the API.
      approvedBy: finance@operator.example
`,
  },
  *find(document, { asOf }) {
    if (document.value.kind === 'Tier') yield* inTier(document as Entry<Tier>, asOf);
    else yield* inContract(document as Entry<Partner>);
  },
};

function* inTier(tier: Entry<Tier>, asOf: string): Iterable<Found> {
  const { price, status } = tier.value;
  const { freeUntil } = price ?? {};
  if (status === 'draft' && freeUntil !== undefined && freeUntil <= asOf) {
    yield found(
      tier.at(['price', 'freeUntil']),
      `the free period of draft tier '${tier.name}' ended on ${freeUntil}`,
      'write a later day, or remove `freeUntil`',
    );
  }
  for (const item of writtenItems(tier)) {
    const limited = periodOf(item);
    if (limited?.period.end === undefined || isReversed(limited.period)) continue;
    const { field, period } = limited;
    if (freeUntil !== undefined && period.end !== undefined && period.end <= freeUntil) {
      yield found(
        item.at([field]),
        `${item.label} ends on ${period.end}, but nothing is charged until ${freeUntil}`,
        `write a day after ${freeUntil}, or remove the item`,
      );
    } else if (status === 'draft' && period.end !== undefined && period.end <= asOf) {
      yield found(
        item.at([field]),
        `${item.label}, which is a draft, ended on ${period.end}`,
        'write a later day, or remove the item',
      );
    }
  }
}

function* inContract(partner: Entry<Partner>): Iterable<Found> {
  const { deviations = [] } = partner.value.contract;
  for (const deviation of deviations) {
    const agreed = deviationPeriod(partner.value, deviation);
    if (isReversed(agreed)) continue;
    for (const item of writtenItems(partner)) {
      if (deviation.price?.[item.name] !== item.value) continue;
      const limited = periodOf(item);
      if (!limited || isReversed(limited.period) || periodsOverlap(agreed, limited.period)) continue;
      const isOver = limited.period.end !== undefined && limited.period.end <= (agreed.start ?? '');
      yield found(
        item.at([isOver ? limited.field : 'from']),
        `${item.label} ${isOver ? `ends on ${limited.period.end}` : `starts on ${limited.period.start}`}, but the deviation ${isOver ? `starts on ${agreed.start}` : `ends on ${agreed.end}`}`,
        'correct one of the two days, or remove the item',
      );
    }
  }
}

/** The days on which an item applies, if it is for a limited time, and the field with their end. */
function periodOf(item: WrittenItem): { readonly period: Period; readonly field: string } | undefined {
  if (isOfType(item, 'discount')) return { period: { start: item.value.from, end: item.value.to }, field: 'to' };
  if (isOfType(item, 'credit')) return { period: { end: item.value.end }, field: 'end' };
  return undefined;
}

/** Whether it ends before it starts, which 'dates-out-of-order' reports. */
function isReversed({ start, end }: Period): boolean {
  return start !== undefined && end !== undefined && end <= start;
}
