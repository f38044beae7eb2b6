import { catalogOfFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';

const catalog = catalogOfFiles();
const stacks = stacksOf(catalog);

/** The routes that are named anywhere in a plugin's settings. */
function routesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('operation' in value && 'route' in value) return [String(value.route)];
  return Object.values(value).flatMap(routesIn);
}

/** The plugin's settings: custom plugins have them as text. */
function settingsOf({ config, config_json }: Readonly<Record<string, unknown>>): unknown {
  return typeof config_json === 'string' ? JSON.parse(config_json) : config;
}

describe.each([...catalog.environments.keys()])('in %s', (environment) => {
  const of = (type: string) =>
    [...resourcesOf(stacks)]
      .filter(([address]) => address.startsWith(`${environment}_`) && address.includes(type))
      .map(([, resource]) => resource as Readonly<Record<string, unknown>>);
  // What refuses is on services of its own, where no plugin looks for operations.
  const all = of('kong-gateway_route.');
  const routes = all.filter(({ service }) => !JSON.stringify(service).includes('_refused'));

  test('plugins name operations by routes that are there', () => {
    const names = new Set(routes.map(({ name }) => name));
    const named = of('plugin')
      .filter(({ name }) => String(name).startsWith('partner-'))
      .flatMap((plugin) => routesIn(settingsOf(plugin)));
    expect(named.length).toBeGreaterThanOrEqual(routes.length);
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });

  test('partner-consent knows every route', () => {
    const known = of('plugin')
      .filter(({ name }) => name === 'partner-consent')
      .flatMap((plugin) => routesIn(settingsOf(plugin)));
    expect([...known].sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  test('the router can keep the priority of every route', () => {
    expect(all.length).toBeGreaterThan(routes.length);
    for (const { regex_priority } of all) {
      expect(regex_priority).toBeGreaterThanOrEqual(0);
      expect(regex_priority).toBeLessThan(1024);
    }
  });
});
