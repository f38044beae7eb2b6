import { type Origin, positionOf } from '../../../core/model';
import { type EffectiveValues, effectiveValues, viewsIn } from '../../../core/view';
import { type Change, programme } from '../checks/catalog/programme';

const QUERY = { application: 'acme-bank_checkout', api: 'sim-swap', environment: 'production', asOf: '2026-11-21' };

/** The price of tier 'paid'. */
const PRICE: Change = [
  'tiers/paid.yaml',
  'sla: {',
  `price:
  overage: bill
  freeUntil: 2026-03-01
  items:
    platform: { type: subscription, amount: 490.00 EUR, per: month }
    calls: { type: calls, flat: 0.012 EUR }
    checks: { type: calls, operations: [{ api: sim-swap, operation: checkSimSwap }], flat: 0.02 EUR }
    beyond-quota: { type: overage, flat: 0.03 EUR }
sla: {`,
];

/** Deviations of the contract of 'acme-bank' for tier 'paid': items and days. */
function withDeviations(...deviations: readonly (readonly [items: string, days: string])[]): Change {
  const lines = deviations.map(
    ([items, days]) =>
      `    - { tier: paid, price: { ${items} }, ${days}, reason: Agreed., approvedBy: finance@operator.example }\n`,
  );
  return ['acme-bank.yaml', '  end: 2028-01-01\n', `  end: 2028-01-01\n  deviations:\n${lines.join('')}`];
}

function query(fields: Partial<typeof QUERY> & { operation?: string }, ...changes: readonly Change[]): EffectiveValues {
  const effective = effectiveValues(programme(changes), { ...QUERY, ...fields });
  if (!effective) throw new Error('there are no effective values');
  return effective;
}

const describeOrigin = ({ document, path }: Origin) => `${document}/${path.join('/')}`;

/** Each item as its name and origins. */
const describeItems = ({ price }: EffectiveValues) =>
  price?.items.map(({ name, origins }) => [name, ...origins.map(describeOrigin)].join(' '));

describe('the price of a subscription', () => {
  test("has the items of the tier with their places and defaults, and the tier's own fields", () => {
    const { price } = query({}, PRICE);
    expect(describeItems(query({}, PRICE))).toEqual([
      'platform tier/paid/price/items/platform',
      'calls tier/paid/price/items/calls',
      'checks tier/paid/price/items/checks',
      'beyond-quota tier/paid/price/items/beyond-quota',
    ]);
    expect(price?.items.slice(0, 2).map(({ value }) => value)).toEqual([
      { type: 'subscription', amount: '490.00 EUR', per: 'month', proRata: 'day' },
      { type: 'calls', flat: '0.012 EUR', billable: ['success', 'business-outcome'] },
    ]);
    expect(price?.overage.value).toBe('bill');
    expect(price?.overage.origins.map(describeOrigin)).toEqual(['tier/paid/price/overage']);
    expect(price?.freeUntil?.value).toBe('2026-03-01');
    expect(price?.currency?.value).toBe('EUR');
    expect(price?.currency?.origins.map(describeOrigin)).toEqual(['tier/paid/price/items/platform']);
  });

  test('has origins with a position in a file', () => {
    const catalog = programme([PRICE, withDeviations(['calls: { type: calls, flat: 0.01 EUR }', 'from: 2026-11-21'])]);
    const calls = effectiveValues(catalog, QUERY)?.price?.items.find(({ name }) => name === 'calls');
    expect(calls?.origins.map((origin) => positionOf(catalog, origin))).toMatchObject([
      { file: 'catalog/acme-bank.yaml', path: '/contract/deviations/0/price/calls' },
      { file: 'catalog/tiers/paid.yaml', path: '/price/items/calls' },
    ]);
  });

  test('does not exist if the tier has none', () => {
    const { price, callPrice } = query({});
    expect(price).toBeUndefined();
    expect(callPrice).toEqual({});
  });

  test('refuses calls beyond the quota unless the tier says otherwise', () => {
    const { price } = query({}, [
      'tiers/paid.yaml',
      'sla: {',
      'price: { items: { calls: { type: calls, flat: 0 EUR } } }\nsla: {',
    ]);
    expect(price?.overage).toEqual({ value: 'refuse', origins: [] });
    expect(price?.freeUntil).toBeUndefined();
  });

  test('has no currency if no item has an amount', () => {
    const share = 'margin: { type: share, percent: 15%, feed: reseller-sales, payer: operator, payee: partner }';
    const { price } = query({}, ['tiers/paid.yaml', 'sla: {', `price: { items: { ${share} } }\nsla: {`]);
    expect(price?.items).toHaveLength(1);
    expect(price?.currency).toBeUndefined();
  });
});

describe('a deviation of the contract', () => {
  test('replaces an item of the same name, which stays among the origins, and adds others', () => {
    const change = withDeviations([
      'calls: { type: calls, flat: 0.01 EUR }, setup: { type: fee, amount: 100 EUR, event: contract }',
      'from: 2026-11-21',
    ]);
    const effective = query({}, PRICE, change);
    expect(describeItems(effective)).toEqual([
      'platform tier/paid/price/items/platform',
      'calls partner/acme-bank/contract/deviations/0/price/calls tier/paid/price/items/calls',
      'checks tier/paid/price/items/checks',
      'beyond-quota tier/paid/price/items/beyond-quota',
      'setup partner/acme-bank/contract/deviations/0/price/setup',
    ]);
    expect(effective.callPrice.calls?.value).toMatchObject({
      flat: '0.01 EUR',
      billable: ['success', 'business-outcome'],
    });
    expect(effective.price?.overage.value).toBe('bill');
  });

  test('applies from its first day until its end, and to its tier only', () => {
    const change = withDeviations(['calls: { type: calls, flat: 0.01 EUR }', 'from: 2026-11-01, to: 2026-11-21']);
    const flat = (asOf: string) => query({ asOf }, PRICE, change).callPrice.calls?.value;
    expect(flat('2026-10-31')).toMatchObject({ flat: '0.012 EUR' });
    expect(flat('2026-11-01')).toMatchObject({ flat: '0.01 EUR' });
    expect(flat('2026-11-20')).toMatchObject({ flat: '0.01 EUR' });
    expect(flat('2026-11-21')).toMatchObject({ flat: '0.012 EUR' });
    expect(query({ api: 'number-verification', asOf: '2026-11-01' }, PRICE, change).price).toBeUndefined();
  });

  test('gives a tier without a price one', () => {
    const effective = query({}, withDeviations(['calls: { type: calls, flat: 0.01 EUR }', 'from: 2026-11-21']));
    expect(describeItems(effective)).toEqual(['calls partner/acme-bank/contract/deviations/0/price/calls']);
    expect(effective.price?.currency?.origins.map(describeOrigin)).toEqual([
      'partner/acme-bank/contract/deviations/0/price/calls',
    ]);
  });

  test('that is about the service level only leaves the price of the offer', () => {
    const change: Change = [
      'acme-bank.yaml',
      '  end: 2028-01-01\n',
      '  end: 2028-01-01\n  deviations: [{ tier: paid, sla: { availability: 99.99% }, from: 2026-11-21, reason: Agreed., approvedBy: finance@operator.example }]\n',
    ];
    expect(query({}, PRICE, change).price).toEqual(query({}, PRICE).price);
  });

  test('does not change the offer, which others have as well', () => {
    const catalog = programme([PRICE, withDeviations(['calls: { type: calls, flat: 0.01 EUR }', 'from: 2026-11-21'])]);
    const offer = viewsIn(catalog, 'production', '2026-11-21')?.offers.find(({ tier }) => tier.name === 'paid');
    expect(offer?.price?.items.find(({ name }) => name === 'calls')?.value).toMatchObject({ flat: '0.012 EUR' });
    expect(Object.isFrozen(offer?.price)).toBe(true);
  });
});

describe('the price of a call', () => {
  test.each<[operation: string | undefined, item: string]>([
    ['checkSimSwap', 'checks'],
    ['retrieveDate', 'calls'],
    [undefined, 'calls'],
  ])('is that of the most specific item: operation %s by item %s', (operation, item) => {
    const { callPrice } = query({ ...(operation !== undefined && { operation }) }, PRICE);
    expect(callPrice.calls?.name).toBe(item);
    expect(callPrice.overage?.name).toBe('beyond-quota');
  });

  test('beyond the quota does not exist if these calls are refused', () => {
    const refusing: Change = [PRICE[0], PRICE[1], PRICE[2].replace('overage: bill', 'overage: refuse')];
    expect(query({}, refusing).callPrice.overage).toBeUndefined();
  });
});
