import { changesIn, type Terms, type TermsChanges } from '../../../../core/model';

const terms: Terms = {
  approval: 'automatic',
  limits: { second: 20, minute: 600 },
  quota: { month: 1000 },
  overrides: [{ api: 'sim-swap', limits: { second: 5 } }],
  sla: { availability: '99.9%', latency: { p95: '300 ms' } },
  support: { channels: ['email', 'ticket'], hours: 'business-hours', response: '8 hours' },
  price: {
    items: {
      platform: { type: 'subscription', amount: '490.00 EUR', per: 'month' },
      calls: { type: 'calls', graduated: [{ upTo: 1000, price: '0.02 EUR' }, { price: '0.01 EUR' }] },
      launch: {
        type: 'discount',
        amount: '50.00 EUR',
        from: '2026-01-01',
        reason: 'Launch.',
        approvedBy: 'a@b.example',
      },
    },
  },
  requires: ['certification'],
  benefits: ['Early access'],
  apis: { 'sim-swap': { sla: { errorRate: '0.1%' } } },
};
/** Fields of terms to replace; an undefined one is removed. */
type Change = { readonly [Field in keyof Terms]?: Terms[Field] | undefined };

const changed = (change: Change): Terms => {
  const fields = Object.entries({ ...terms, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as Terms;
};
const items = terms.price?.items ?? {};
const priced = (change: object): Partial<Terms> => ({ price: { items: { ...items, ...change } as typeof items } });
const NONE: TermsChanges = { price: false, limits: false, others: false };

test.each<[string, Change]>([
  ['nothing', {}],
  ['a higher limit', { limits: { second: 21, minute: 600 } }],
  ['a limit less', { limits: { second: 20 } }],
  ['a higher override', { overrides: [{ api: 'sim-swap', limits: { second: 6 } }] }],
  ['no overrides', { overrides: undefined }],
  [
    'an override that raises a limit',
    { overrides: [...(terms.overrides ?? []), { api: 'device', limits: { second: 30 } }] },
  ],
  ['a higher availability', { sla: { ...terms.sla, availability: '99.95%' } }],
  ['the same availability, written otherwise', { sla: { ...terms.sla, availability: '99.90%' } }],
  ['a shorter response time', { sla: { ...terms.sla, latency: { p95: '299 ms' } } }],
  ['a figure more', { sla: { ...terms.sla, errorRate: '0.05%' } }],
  ['a lower error rate of an API', { apis: { 'sim-swap': { sla: { errorRate: '0.09%' } } } }],
  ['an API more', { apis: { ...terms.apis, device: { sla: { errorRate: '5%' } } } }],
  ['the figure of an API in the tier itself', { sla: { ...terms.sla, errorRate: '0.1%' }, apis: undefined }],
  [
    'a channel more',
    { support: { channels: ['email', 'phone', 'ticket'], hours: 'around-the-clock', response: '1 hour' } },
  ],
  ['fewer requirements', { requires: undefined }],
  ['a benefit more', { benefits: ['A named engineer', 'Early access'] }],
  ['a lower price', priced({ platform: { type: 'subscription', amount: '489.99 EUR', per: 'month' } })],
  [
    'lower steps',
    priced({ calls: { type: 'calls', graduated: [{ upTo: 1000, price: '0.019 EUR' }, { price: '0.01 EUR' }] } }),
  ],
  ['a higher discount', priced({ launch: { ...items.launch, amount: '60 EUR' } })],
  ['no price', { price: undefined }],
])('%s needs no notice', (_, change) => {
  expect(changesIn(terms, changed(change), () => true)).toEqual(NONE);
});

test.each<[string, Change, Partial<TermsChanges>]>([
  ['a lower limit', { limits: { second: 19, minute: 600 } }, { limits: true }],
  ['a limit more', { limits: { second: 20, minute: 600, hour: 9000 } }, { limits: true }],
  ['a lower override', { overrides: [{ api: 'sim-swap', limits: { second: 4 } }] }, { limits: true }],
  [
    'an override that lowers a limit',
    { overrides: [{ api: 'device', operation: 'get', limits: { second: 1 } }] },
    { limits: true },
  ],
  ['a lower quota', { quota: { month: 999 } }, { limits: true }],
  ['a lower availability', { sla: { ...terms.sla, availability: '99.89%' } }, { others: true }],
  ['a figure less', { sla: { availability: '99.9%' } }, { others: true }],
  ['other rules', { sla: { ...terms.sla, minimumCalls: 5 } }, { others: true }],
  ['a higher error rate of an API', { apis: { 'sim-swap': { sla: { errorRate: '0.2%' } } } }, { others: true }],
  ['an API less', { apis: undefined }, { others: true }],
  [
    'a channel less',
    { support: { channels: ['ticket'], hours: 'business-hours', response: '8 hours' } },
    { others: true },
  ],
  ['no support', { support: undefined }, { others: true }],
  ['approval', { approval: 'required' }, { others: true }],
  ['a requirement more', { requires: ['certification', 'training'] }, { others: true }],
  ['a benefit less', { benefits: undefined }, { others: true }],
  [
    'a higher price',
    priced({ platform: { type: 'subscription', amount: '490.01 EUR', per: 'month' } }),
    { price: true },
  ],
  ['a price item more', priced({ extra: { type: 'calls', flat: '0.001 EUR' } }), { price: true }],
  ['a price in other steps', priced({ calls: { type: 'calls', flat: '0.001 EUR' } }), { price: true }],
  [
    'a price in another currency',
    priced({ platform: { type: 'subscription', amount: '1 USD', per: 'month' } }),
    { price: true },
  ],
  [
    'one step that rises',
    priced({ calls: { type: 'calls', graduated: [{ upTo: 1000, price: '0.001 EUR' }, { price: '0.011 EUR' }] } }),
    { price: true },
  ],
  ['a lower discount', priced({ launch: { ...items.launch, amount: '49 EUR' } }), { price: true }],
])('%s needs notice', (_, change, expected) => {
  expect(changesIn(terms, changed(change), () => true)).toEqual({ ...NONE, ...expected });
});

test('the first price needs notice', () => {
  expect(changesIn({ approval: 'automatic' }, { approval: 'automatic', ...priced({}) }, () => true).price).toBe(true);
});

test('the end of an API that is no longer offered needs no notice of its own', () => {
  expect(changesIn(terms, changed({ apis: undefined }), () => false)).toEqual(NONE);
});
