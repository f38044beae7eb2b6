import type { Tier } from '../../../core/model';
import { billedQuota, operationSlug, tierWindows, windowConflicts, windowPath, windowsOf } from '../../../core/model';

const tier: Tier = {
  kind: 'Tier',
  name: 'paid',
  title: 'Paid',
  status: 'draft',
  version: '1.0.0',
  limits: { second: 20, minute: 600 },
  quota: { month: 1_000_000 },
  overrides: [
    { api: 'sim-swap', operation: 'checkSimSwap', limits: { second: 5 } },
    { api: 'sim-swap', limits: { second: 10, hour: 9000 }, quota: { month: 50_000 } },
    { api: 'other', limits: { second: 1 } },
  ],
};

function written(windows: ReturnType<typeof tierWindows>): readonly string[] {
  return windows.map((window) => `${window.window} ${window.limit} /${windowPath(window).join('/')}`);
}

describe('windows of a tier', () => {
  test('are its own for an API without an override, shortest first', () => {
    const expected = ['second 20 /limits/second', 'minute 600 /limits/minute', 'month 1000000 /quota/month'];
    expect(written(tierWindows(tier))).toEqual(expected);
    expect(written(tierWindows(tier, 'number-verification', 'verify'))).toEqual(expected);
  });

  test('of an API replace the tier window by window, regardless of their order in the list', () => {
    expect(written(tierWindows(tier, 'sim-swap'))).toEqual([
      'second 10 /overrides/1/limits/second',
      'minute 600 /limits/minute',
      'hour 9000 /overrides/1/limits/hour',
      'month 50000 /overrides/1/quota/month',
    ]);
  });

  test('of an operation replace those of the API', () => {
    expect(written(tierWindows(tier, 'sim-swap', 'checkSimSwap'))).toEqual([
      'second 5 /overrides/0/limits/second',
      'minute 600 /limits/minute',
      'hour 9000 /overrides/1/limits/hour',
      'month 50000 /overrides/1/quota/month',
    ]);
    expect(tierWindows(tier, 'sim-swap', 'retrieveDate')).toEqual(tierWindows(tier, 'sim-swap'));
  });

  test('are empty if nothing is configured', () => {
    const { limits, quota, overrides, ...bare } = tier;
    expect(tierWindows(bare, 'sim-swap', 'checkSimSwap')).toEqual([]);
  });
});

describe('with `overage: bill`', () => {
  const billing: Tier = { ...tier, price: { overage: 'bill', items: { calls: { type: 'calls', flat: '0.01 EUR' } } } };

  test.each<{ api?: string; operation?: string }>([
    {},
    { api: 'sim-swap' },
    { api: 'sim-swap', operation: 'checkSimSwap' },
    { api: 'number-verification', operation: 'verify' },
  ])('the enforced windows are the same without the quota: %j', ({ api, operation }) => {
    const enforced = tierWindows(billing, api, operation);
    expect(enforced).toEqual(tierWindows(tier, api, operation).filter(({ window }) => window !== 'month'));
    expect(enforced.length).toBeGreaterThan(1);
  });

  test("the billed quota is that of the API's override, or else of the tier", () => {
    expect(written(billedQuota(billing, 'sim-swap'))).toEqual(['month 50000 /overrides/1/quota/month']);
    expect(written(billedQuota(billing, 'number-verification'))).toEqual(['month 1000000 /quota/month']);
    expect(written(billedQuota(billing))).toEqual(['month 1000000 /quota/month']);
  });

  test.each<Tier['price']>([
    undefined,
    { items: { calls: { type: 'calls', flat: '0.01 EUR' } } },
    { overage: 'refuse', items: { calls: { type: 'calls', flat: '0.01 EUR' } } },
  ])('no quota is billed, and every quota is enforced, with the price %j', (price) => {
    const refusing: Tier = { ...tier, ...(price && { price }) };
    expect(billedQuota(refusing, 'sim-swap')).toEqual([]);
    expect(tierWindows(refusing, 'sim-swap')).toEqual(tierWindows(tier, 'sim-swap'));
  });
});

test('the windows of a policy are its limits and quotas, shortest first', () => {
  expect(written(windowsOf({ quota: { month: 500, day: 50 }, limits: { minute: 20, second: 2 } }))).toEqual([
    'second 2 /limits/second',
    'minute 20 /limits/minute',
    'day 50 /quota/day',
    'month 500 /quota/month',
  ]);
});

describe('a longer window conflicts', () => {
  const conflicts = (limits: object, quota: object) => windowConflicts(windowsOf({ limits, quota }));

  test('with a shorter one that allows more', () => {
    expect(conflicts({ second: 20, hour: 10 }, {})).toMatchObject([
      { shorter: { window: 'second', limit: 20 }, longer: { window: 'hour', limit: 10 } },
    ]);
    expect(conflicts({ minute: 600 }, { day: 599 })).toMatchObject([{ longer: { window: 'day', part: 'quota' } }]);
    expect(conflicts({ second: 20, minute: 10, hour: 15 }, { day: 30 })).toMatchObject([
      { shorter: { window: 'second' }, longer: { window: 'minute' } },
      { shorter: { window: 'second' }, longer: { window: 'hour' } },
    ]);
  });

  test('not with one that allows as much or less', () => {
    expect(conflicts({ second: 20, minute: 20 }, { day: 20, month: 21 })).toEqual([]);
    expect(conflicts({}, {})).toEqual([]);
  });
});

test.each([
  ['checkSimSwap', 'check-sim-swap'],
  ['getHTTPStatus', 'get-http-status'],
  ['HTTPServer', 'http-server'],
  ['get_session', 'get-session'],
  ['sessions.list', 'sessions-list'],
  ['retrieve-sim-swap-date', 'retrieve-sim-swap-date'],
  ['createV2Session', 'create-v2-session'],
  ['--odd__id--', 'odd-id'],
  ['consultaTeléfono', 'consulta-telefono'],
  ['2fa', 'operation-2fa'],
  ['…', 'operation'],
])('operation %s has the slug %s', (id, word) => {
  expect(operationSlug(id)).toBe(word);
  expect(word).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});
