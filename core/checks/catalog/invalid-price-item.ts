import { type DocumentCheck, type Found, found } from '../check';
import { isOfType, type WrittenItem, writtenItems } from './shared/price-lists';

export const invalidPriceItem: DocumentCheck<'Partner' | 'Tier', 'invalid-price-item'> = {
  code: 'invalid-price-item',
  severity: 'error',
  per: 'document',
  kinds: ['Partner', 'Tier'],
  summary: 'An item of a price has no amount or more than one, or is a share whose payer is also its payee.',
  rationale: 'a statement could not state the amount that is owed',
  fix: 'Write exactly one of `flat`, `graduated`, `volume` and `package` for calls, one of `percent` and `amount` for a discount, and two different parties for a share.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0.012 EUR, package: { calls: 1000, price: 10.00 EUR } }
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, package: { calls: 1000, price: 10.00 EUR } }
`,
  },
  *find(document) {
    for (const item of writtenItems(document)) {
      if (isOfType(item, 'calls')) yield* exactlyOne(item, ['flat', 'graduated', 'volume', 'package']);
      else if (isOfType(item, 'discount')) yield* exactlyOne(item, ['percent', 'amount']);
      else if (isOfType(item, 'share') && item.value.payer === item.value.payee) {
        yield found(
          item.at(['payee']),
          `${item.label} is paid by the ${item.value.payer} to the ${item.value.payee}`,
          'write two different parties as `payer` and `payee`',
        );
      }
    }
  },
};

function* exactlyOne(item: WrittenItem, fields: readonly string[]): Iterable<Found> {
  const written = fields.filter((field) => Object.hasOwn(item.value, field));
  if (written.length === 1) return;
  const [, second] = written;
  const has = written.map((field) => `\`${field}\``).join(' and ');
  yield found(
    item.at(second === undefined ? [] : [second]),
    `${item.label} has ${second === undefined ? 'no price' : has}; exactly one of ${fields.join(', ')} is required`,
    second === undefined ? 'add one of them' : 'keep one of them',
  );
}
