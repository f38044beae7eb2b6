import type { Path } from '../../model';
import { type Check, type Found, found } from '../check';
import { inEachPrice, isOfType, type PriceList, type WrittenItem } from './shared/price-lists';

export const callsPricedTwice: Check<'calls-priced-twice'> = {
  code: 'calls-priced-twice',
  severity: 'error',
  per: 'catalog',
  summary: 'Two items of a price apply to the same calls, and neither is more specific.',
  rationale: 'a call has one price, and it would be unclear which of the two applies',
  fix: 'Merge the two items, or list different APIs or operations. In a deviation, use the name of the item that it replaces.',
  details: `An item that lists an operation takes precedence over one that lists its API, which takes precedence over one without
\`apis\` and \`operations\`.`,
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0.012 EUR }
    checks: { type: calls, apis: [sim-swap], flat: 0.02 EUR }
    fraud-checks: { type: calls, apis: [sim-swap], flat: 0.03 EUR }
`,
    prefer: `kind: Tier
name: paid
price:
  items:
    calls: { type: calls, flat: 0.012 EUR }
    checks: { type: calls, apis: [sim-swap], flat: 0.02 EUR }
    fraud-checks:
      type: calls
      operations: [{ api: sim-swap, operation: checkSimSwap }]
      flat: 0.03 EUR
`,
  },
  find: ({ catalog }) => inEachPrice(catalog, inList),
};

/** Calls that an item prices. */
interface Subject {
  /** How messages refer to them; different for calls of different specificity. */
  readonly label: string;
  /** The path of the value that names them; empty for all calls. */
  readonly path: Path;
}

function* inList({ items }: PriceList): Iterable<Found> {
  const known = new Map<string, { readonly item: WrittenItem; readonly path: Path }>();
  for (const item of items) {
    for (const { label, path } of subjectsOf(item)) {
      const key = `${item.value.type} ${label}`;
      const earlier = known.get(key);
      if (!earlier) {
        known.set(key, { item, path });
        continue;
      }
      if (earlier.item === item) continue;
      const calls = item.value.type === 'overage' ? `${label} beyond the quota` : label;
      // At the item that a contract adds, or else at the later one.
      const pair = [earlier, { item, path }] as const;
      const [other, at] = earlier.item.deviates && !item.deviates ? [pair[1], pair[0]] : pair;
      yield found(
        at.item.at(at.path),
        `${at.item.label} prices ${calls}, as does ${describe(other.item, at.item)}`,
        at.item.deviates && !other.item.deviates
          ? `rename it to '${other.item.name}' to replace that item, or list other calls`
          : 'merge the two items, or list different APIs or operations',
        [other.item.at(other.path)],
      );
    }
  }
}

function describe(other: WrittenItem, at: WrittenItem): string {
  return other.deviates === at.deviates ? `item '${other.name}'` : other.label;
}

function subjectsOf(item: WrittenItem): readonly Subject[] {
  if (!isOfType(item, 'calls', 'overage')) return [];
  const operations = item.value.type === 'calls' ? item.value.operations : undefined;
  const { apis } = item.value;
  if (!apis && !operations) return [{ label: 'all calls', path: [] }];
  return [
    ...(apis ?? []).map((api, index): Subject => ({ label: `calls of api '${api}'`, path: ['apis', index] })),
    ...(operations ?? []).map(
      ({ api, operation }, index): Subject => ({
        label: `calls of operation '${operation}' of api '${api}'`,
        path: ['operations', index],
      }),
    ),
  ];
}
