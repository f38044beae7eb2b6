import fc from 'fast-check';
import { callPrice, type NamedItem, overagePrice, type PriceItem } from '../../../../core/model';

const ITEMS: readonly NamedItem[] = [
  { name: 'platform', value: { type: 'subscription', amount: '490.00 EUR', per: 'month' } },
  { name: 'all', value: { type: 'calls', flat: '0.01 EUR' } },
  { name: 'location', value: { type: 'calls', apis: ['location', 'geofencing'], flat: '0.02 EUR' } },
  {
    name: 'codes',
    value: { type: 'calls', operations: [{ api: 'sms', operation: 'sendCode' }], flat: '0.045 EUR' },
  },
  {
    name: 'areas',
    value: {
      type: 'calls',
      apis: ['population'],
      operations: [{ api: 'geofencing', operation: 'subscribe' }],
      flat: '1 EUR',
    },
  },
  { name: 'beyond', value: { type: 'overage', flat: '0.012 EUR' } },
  { name: 'beyond-sms', value: { type: 'overage', apis: ['sms'], flat: '0.05 EUR' } },
];

const without = (...names: readonly string[]) => ITEMS.filter(({ name }) => !names.includes(name));

interface Row {
  readonly api: string;
  readonly operation?: string;
  readonly items?: readonly NamedItem[];
  readonly item: string | undefined;
}

describe('calls of an operation are priced by', () => {
  test.each<Row>([
    { api: 'sms', operation: 'sendCode', item: 'codes' },
    { api: 'sms', operation: 'checkCode', item: 'all' },
    { api: 'sms', item: 'all' },
    { api: 'other', operation: 'sendCode', item: 'all' },
    { api: 'location', operation: 'retrieve', item: 'location' },
    { api: 'location', item: 'location' },
    { api: 'geofencing', operation: 'list', item: 'location' },
    { api: 'geofencing', operation: 'subscribe', item: 'areas' },
    { api: 'population', operation: 'retrieve', item: 'areas' },
    { api: 'location', operation: 'subscribe', item: 'location' },
    { api: 'geofencing', operation: 'subscribe', items: without('areas'), item: 'location' },
    { api: 'geofencing', operation: 'subscribe', items: without('areas', 'location'), item: 'all' },
    { api: 'sms', operation: 'checkCode', items: without('all'), item: undefined },
    { api: 'sms', items: without('all'), item: undefined },
    { api: 'sms', items: [], item: undefined },
  ])('the most specific item: %j', ({ api, operation, items = ITEMS, item }) => {
    expect(callPrice(items, api, operation)?.name).toBe(item);
    expect(callPrice([...items].reverse(), api, operation)?.name).toBe(item);
  });

  test('the first of two items that are equally specific', () => {
    const twice: readonly NamedItem[] = [
      { name: 'first', value: { type: 'calls', flat: '0.02 EUR' } },
      { name: 'second', value: { type: 'calls', flat: '0.01 EUR' } },
    ];
    expect(callPrice(twice, 'sms', 'sendCode')?.name).toBe('first');
  });
});

describe('calls beyond the quota are priced by', () => {
  test.each<Row>([
    { api: 'sms', item: 'beyond-sms' },
    { api: 'location', item: 'beyond' },
    { api: 'sms', items: without('beyond-sms'), item: 'beyond' },
    { api: 'location', items: without('beyond'), item: undefined },
  ])('the most specific item of type overage: %j', ({ api, items = ITEMS, item }) => {
    expect(overagePrice(items, api)?.name).toBe(item);
    expect(overagePrice([...items].reverse(), api)?.name).toBe(item);
  });
});

describe('for any items', () => {
  const api = fc.constantFrom('a', 'b');
  const operation = fc.constantFrom('x', 'y');
  const lists = fc.record(
    {
      apis: fc.uniqueArray(api, { minLength: 1 }),
      operations: fc.array(fc.record({ api, operation }), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
  const items = fc.array(lists, { maxLength: 6 }).map((all) =>
    all.map((value, index) => ({
      name: `i${index}`,
      value: { type: 'calls', flat: '1 EUR', ...value } as PriceItem,
    })),
  );

  test('an item that lists the operation applies, or else one that lists the API, or else one without lists', () => {
    fc.assert(
      fc.property(items, api, operation, (all, oneApi, oneOperation) => {
        const calls = all.map(({ name, value }) => ({ name, value: value as Extract<PriceItem, { type: 'calls' }> }));
        const expected =
          calls.find(({ value }) =>
            value.operations?.some((one) => one.api === oneApi && one.operation === oneOperation),
          ) ??
          calls.find(({ value }) => value.apis?.includes(oneApi)) ??
          calls.find(({ value }) => !value.apis && !value.operations);
        expect(callPrice(all, oneApi, oneOperation)?.name).toBe(expected?.name);
      }),
    );
  });

  test('items of other types and items for other APIs change nothing', () => {
    fc.assert(
      fc.property(items, api, operation, (all, oneApi, oneOperation) => {
        const others: readonly NamedItem[] = [
          { name: 'fee', value: { type: 'fee', amount: '1 EUR', event: 'contract' } },
          { name: 'other', value: { type: 'calls', apis: ['c'], flat: '1 EUR' } },
          { name: 'beyond', value: { type: 'overage', flat: '1 EUR' } },
        ];
        const before = callPrice(all, oneApi, oneOperation)?.name;
        expect(callPrice([...others, ...all], oneApi, oneOperation)?.name).toBe(before);
      }),
    );
  });
});
