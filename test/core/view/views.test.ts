import { DocumentEntry } from '../../../core/load/documents/entry';
import { FrozenMap, type Origin, positionOf } from '../../../core/model';
import { type AccessView, effectiveValuesOf, type Views, viewsIn } from '../../../core/view';
import { type Change, programme } from '../checks/catalog/programme';

const DAY = '2026-11-21';

function views(changes: readonly Change[] = [], environment = 'production'): Views {
  const found = viewsIn(programme(changes), environment, DAY);
  if (!found) throw new Error('the environment is missing');
  return found;
}

function offer(name: string, given = views()) {
  const found = given.offers.find(({ api, tier }) => `${api.name} ${tier.name}` === name);
  if (!found) throw new Error(`there is no offer ${name}`);
  return found;
}

function access(name: string, given = views()): AccessView {
  const found = given.applications
    .flatMap(({ subscriptions }) => subscriptions)
    .find(({ application, api }) => `${application.id} ${api.name}` === name);
  if (!found) throw new Error(`there is no access ${name}`);
  return found;
}

/** The paths of everything inside a value that is not frozen, getters included. */
function unfrozenPaths(value: unknown, path = '', visited = new Set<unknown>()): readonly string[] {
  if (typeof value !== 'object' || value === null || visited.has(value)) return [];
  visited.add(value);
  const properties = Object.entries(value);
  const getters = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(value) ?? {}))
    .filter(([name, { get }]) => get && name !== '__proto__')
    .map(([name]) => [name, (value as Record<string, unknown>)[name]] as const);
  const items = value instanceof FrozenMap ? [...value.entries()] : [];
  const nested = [...properties, ...getters, ...items].flatMap(([name, one]) =>
    unfrozenPaths(one, `${path}/${name}`, visited),
  );
  return Object.isFrozen(value) && !(value instanceof Map) ? nested : [path, ...nested];
}

const PROGRAMME = programme();

const paths = (origins: readonly Origin[], catalog = PROGRAMME) =>
  origins
    .map((one) => positionOf(catalog, one))
    .map((position) => `${position?.file.replace('catalog/', '')}${position?.path}`);

describe('views', () => {
  test('are created once for each catalog, environment and date', () => {
    const catalog = programme();
    const first = viewsIn(catalog, 'production', DAY);
    expect(viewsIn(catalog, 'production', DAY)).toBe(first);
    expect(viewsIn(catalog, 'production', '2026-11-22')).not.toBe(first);
    expect(viewsIn(catalog, 'sandbox', DAY)).not.toBe(first);
    expect(viewsIn(programme(), 'production', DAY)).not.toBe(first);
    expect(viewsIn(catalog, 'constructor', DAY)).toBeUndefined();
  });

  test.each(['', '1', 'tomorrow', '2026-02-30', '2026-11-21T00:00:00Z'])("are rejected for the date '%s'", (asOf) => {
    expect(() => viewsIn(programme(), 'production', asOf)).toThrow(
      `asOf '${asOf}' is not a valid date; it must be a calendar date in the form YYYY-MM-DD, such as 2026-10-01`,
    );
  });

  test('return the same object for the same offer or access', () => {
    const given = views();
    expect(offer('sim-swap paid', given)).toBe(offer('sim-swap paid', given));
    expect(access('acme-bank_checkout sim-swap', given)).toBe(access('acme-bank_checkout sim-swap', given));
    expect(access('acme-bank_checkout sim-swap', given).offer).toBe(offer('sim-swap paid', given));
    expect(offer('sim-swap paid', given).windows).toBe(offer('sim-swap paid', given).windows);
  });

  test('cannot be changed', () => {
    const given = views();
    expect(unfrozenPaths(given)).toEqual([]);
    expect(unfrozenPaths(effectiveValuesOf(access('acme-bank_checkout sim-swap', given), 'checkSimSwap'))).toEqual([]);
  });

  test('do not allow changes to the map of operations', () => {
    const { operations } = offer('sim-swap paid');
    const before = [...operations.keys()];
    const changing = operations as Map<string, never>;
    expect(() => changing.clear()).toThrow(TypeError);
    expect(() => changing.delete('checkSimSwap')).toThrow(TypeError);
    expect(() => changing.set('checkSimSwap', undefined as never)).toThrow(TypeError);
    expect(() => Map.prototype.clear.call(operations)).toThrow(TypeError);
    expect([...operations.keys()]).toEqual(before);
    expect(operations.size).toBe(before.length);
  });

  test('do not resolve positions until an origin is printed', () => {
    const given = views();
    const at = jest.spyOn(DocumentEntry.prototype, 'at');
    try {
      const values = given.applications.flatMap(({ subscriptions }) =>
        subscriptions.map((one) => effectiveValuesOf(one)),
      );
      const operations = given.offers.flatMap((one) => [...one.operations.values()]);
      expect(values.length).toBeGreaterThan(1);
      expect(operations.length).toBeGreaterThan(1);
      expect(at).not.toHaveBeenCalled();
      expect(paths(values[0]?.tier.origins ?? [])).toHaveLength(2);
      expect(at).toHaveBeenCalledTimes(2);
    } finally {
      at.mockRestore();
    }
  });
});

describe('offers', () => {
  test('list every API at each of its tiers, best first', () => {
    expect(views().offers.map(({ api, tier }) => `${api.name} ${tier.name}`)).toEqual([
      'number-verification free',
      'sim-swap paid',
      'sim-swap free',
    ]);
  });

  test('omit tiers that do not exist', () => {
    const { offers } = views([['number-verification.yaml', 'tiers: [free]', 'tiers: [fre, free]']]);
    expect(offers.map(({ tier }) => tier.name)).toEqual(['free', 'paid', 'free']);
  });

  test.each<[string, string, readonly Change[], readonly string[]]>([
    [
      'is served',
      'served',
      [],
      [
        'number-verification.yaml/upstreams/production',
        'number-verification.yaml/lifecycle',
        'environments.yaml/stage',
      ],
    ],
    [
      'is not served without an upstream in the environment',
      'no-upstream',
      [['number-verification.yaml', "  production: { url: 'https://number.internal' }\n", '']],
      ['number-verification.yaml/upstreams'],
    ],
    [
      'is not served where its lifecycle excludes the environment',
      'lifecycle',
      [['number-verification.yaml', 'lifecycle: published', 'lifecycle: preview']],
      ['number-verification.yaml/lifecycle', 'environments.yaml/stage'],
    ],
  ])('report that an API %s', (_, status, changes, origins) => {
    const found = offer('number-verification free', views(changes)).status;
    expect([found.value, ...paths(found.origins, programme(changes))]).toEqual([status, ...origins]);
  });

  test('have the limits of the API as a whole and of each exposed operation', () => {
    const { operations, windows } = offer(
      'sim-swap paid',
      views([['sim-swap.yaml', 'streaming: true', 'exposed: false']]),
    );
    expect(windows.map(({ window, limit }) => `${window} ${limit}`)).toEqual([
      'second 10',
      'minute 600',
      'month 1000000',
    ]);
    expect(operations.get('checkSimSwap')?.windows.map(({ limit }) => limit)).toEqual([5, 600, 1_000_000]);
    expect(operations.get('checkSimSwap')?.requiredScopes.value).toEqual([['sim-swap:check']]);
    expect([...operations.keys()]).not.toContain('streamEvents');
  });

  test('have policies with their defaults filled in', () => {
    const { policies } = offer('sim-swap paid');
    expect(policies.token?.value.clientClaim).toBe('client_id');
    expect(policies.rateLimit?.value.failure).toBe('closed');
    expect(offer('number-verification free').policies.rateLimit).toBeUndefined();
  });

  test('state what a subscription must state about its purpose', () => {
    const { purpose } = offer('sim-swap paid');
    expect([purpose.purpose.value, ...paths(purpose.purpose.origins)]).toEqual([
      true,
      'sim-swap.yaml/personalData',
      'sim-swap.yaml/policies/consent',
    ]);
    expect([purpose.legalBasis.value, ...paths(purpose.legalBasis.origins)]).toEqual([
      true,
      'sim-swap.yaml/personalData',
    ]);
    expect(purpose.allowed?.value).toContain('dpv:FraudPreventionAndDetection');
    const other = offer('number-verification free').purpose;
    expect([other.purpose.value, other.legalBasis.value, other.allowed]).toEqual([false, false, undefined]);
  });
});

describe('an access', () => {
  test('has its dates with their origins', () => {
    const { start, end } = access('acme-bank_checkout sim-swap');
    expect([start?.value, ...paths(start?.origins ?? [])]).toEqual([
      '2026-02-01',
      'acme-bank.yaml/applications/0/subscriptions/0/start',
    ]);
    expect([end?.value, ...paths(end?.origins ?? [])]).toEqual([
      '2027-02-01',
      'acme-bank.yaml/applications/0/subscriptions/0/end',
    ]);
    expect(access('acme-bank_checkout number-verification').start).toBeUndefined();
  });

  test('has an empty list of scopes with the path where they belong if none are granted', () => {
    const without: Change = [
      'acme-bank.yaml',
      '        tier: free\n        scopes: [number-verification:verify]\n',
      '        tier: free\n',
    ];
    const { scopes } = access('acme-bank_checkout number-verification', views([without]));
    expect([scopes.value, ...paths(scopes.origins, programme([without]))]).toEqual([
      [],
      'acme-bank.yaml/applications/0/subscriptions/1/scopes',
    ]);
  });

  test('joined with its offer has the effective values of its own subscription, even if another one counts', () => {
    const several: Change = [
      'acme-bank.yaml',
      '      - api: number-verification\n        tier: free\n',
      '      - { api: number-verification, tier: free, scopes: [number-verification:verify], end: 2026-11-01 }\n      - api: number-verification\n        tier: free\n',
    ];
    const given = views([several]);
    const values = given.applications
      .flatMap(({ subscriptions }) => subscriptions)
      .filter(({ application, api }) => `${application.id} ${api.name}` === 'acme-bank_checkout number-verification')
      .map((one) => effectiveValuesOf(one)?.access.value.grantReason);
    expect(values).toEqual(['ended', 'granted']);
    expect(effectiveValuesOf(access('acme-bank_checkout sim-swap', given), 'nothing')).toBeUndefined();
  });
});
