import { callPrice, exposedOperations } from '../../model';
import { type Check, found } from '../check';
import { listOperations } from './shared/list-operations';
import { writtenItems } from './shared/price-lists';

export const callsWithoutPrice: Check<'calls-without-price'> = {
  code: 'calls-without-price',
  severity: 'warning',
  per: 'catalog',
  summary:
    'A tier charges for calls, but no item of its price applies to one of the APIs or operations that are offered at it.',
  rationale: 'these calls are free, which is easily overlooked when an API is added',
  fix: 'Add the API or operation to an item, or add an item without `apis` and `operations` for all other calls. Write `flat: 0 EUR` if they are free.',
  details: 'A tier that does not charge for calls at all, such as one with only a monthly fee, is not checked.',
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    checks:
      type: calls
      operations: [{ api: sim-swap, operation: checkSimSwap }]
      flat: 0.02 EUR
    location: { type: calls, apis: [device-location], flat: 0.03 EUR }
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0 EUR }
    checks:
      type: calls
      operations: [{ api: sim-swap, operation: checkSimSwap }]
      flat: 0.02 EUR
    location: { type: calls, apis: [device-location], flat: 0.03 EUR }
`,
  },
  *find({ catalog }) {
    for (const tier of catalog.tiers.values()) {
      const items = writtenItems(tier);
      if (!items.some(({ value }) => value.type === 'calls')) continue;
      for (const api of catalog.apis.values()) {
        if (!api.value.tiers.includes(tier.name) || api.value.lifecycle === 'retired') continue;
        const operations = exposedOperations(api);
        const free = operations.filter(({ id }) => !callPrice(items, api.name, id)).map(({ id }) => id);
        if (free.length === 0) continue;
        const subject = free.length === operations.length ? 'the calls' : listOperations(free);
        yield found(
          tier.at(['price', 'items']),
          `no item of tier '${tier.name}' prices ${subject} of api '${api.name}', so they are free`,
          'add them to an item, or add an item without `apis` and `operations` for all other calls, with `flat: 0 EUR` if they are free',
        );
      }
    }
  },
};
