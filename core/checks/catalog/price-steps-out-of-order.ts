import { type DocumentCheck, type Found, found } from '../check';
import { isOfType, type WrittenItem, writtenItems } from './shared/price-lists';

export const priceStepsOutOfOrder: DocumentCheck<'Partner' | 'Tier', 'price-steps-out-of-order'> = {
  code: 'price-steps-out-of-order',
  severity: 'error',
  per: 'document',
  kinds: ['Partner', 'Tier'],
  summary: 'The steps of a price overlap, are out of order, or do not cover every number of calls.',
  rationale: 'some calls would have two prices or none',
  fix: 'Sort the steps by `upTo`, each higher than the one before. Only the last step has none.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    calls:
      type: calls
      graduated:
        - { upTo: 100000, price: 0.012 EUR }
        - { upTo: 100000, price: 0.01 EUR }
        - { price: 0.008 EUR }
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    calls:
      type: calls
      graduated:
        - { upTo: 100000, price: 0.012 EUR }
        - { upTo: 500000, price: 0.01 EUR }
        - { price: 0.008 EUR }
`,
  },
  *find(document) {
    for (const item of writtenItems(document)) {
      if (!isOfType(item, 'calls')) continue;
      for (const field of ['graduated', 'volume'] as const) yield* inSteps(item, field, item.value[field] ?? []);
    }
  },
};

function* inSteps(
  item: WrittenItem,
  field: string,
  steps: readonly { readonly upTo?: number | undefined }[],
): Iterable<Found> {
  let last: { readonly upTo: number; readonly number: number } | undefined;
  for (const [index, { upTo }] of steps.entries()) {
    const number = index + 1;
    const isLast = number === steps.length;
    if (upTo === undefined) {
      if (isLast) continue;
      yield found(
        item.at([field, index]),
        `step ${number} of ${item.label} has no \`upTo\`, but is not the last one`,
        'add `upTo`, or move the step to the end',
      );
      continue;
    }
    if (last && upTo <= last.upTo) {
      yield found(
        item.at([field, index, 'upTo']),
        `step ${number} of ${item.label} ends at call ${upTo}, but step ${last.number} ends at call ${last.upTo}`,
        `write more than ${last.upTo}, or sort the steps`,
      );
    } else if (isLast) {
      yield found(
        item.at([field, index, 'upTo']),
        `the last step of ${item.label} ends at call ${upTo}, so the calls after it have no price`,
        'remove its `upTo`, or add a step without `upTo`',
      );
    }
    if (!last || upTo > last.upTo) last = { upTo, number };
  }
}
