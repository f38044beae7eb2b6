import { catalogOfFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';

const catalog = catalogOfFiles();
const stacks = stacksOf(catalog);

/** All route names in a plugin's settings. */
function routesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('operation' in value && 'route' in value) return [String(value.route)];
  return Object.values(value).flatMap(routesIn);
}

/** A plugin's settings, which custom plugins may have as JSON text. */
function settingsOf({ config, config_json }: Readonly<Record<string, unknown>>): unknown {
  return typeof config_json === 'string' ? JSON.parse(config_json) : config;
}

describe.each([...catalog.environments.keys()])('in %s', (environment) => {
  const of = (type: string) =>
    [...resourcesOf(stacks)]
      .filter(([address]) => address.startsWith(`${environment}_`) && address.includes(type))
      .map(([, resource]) => resource as Readonly<Record<string, unknown>>);
  // Refusing routes are on separate services, whose plugins do not identify operations.
  const all = of('kong-gateway_route.');
  const routes = all.filter(({ service }) => !JSON.stringify(service).includes('_refused'));

  test('plugins identify operations by existing routes', () => {
    const names = new Set(routes.map(({ name }) => name));
    const routeNames = of('plugin')
      .filter(({ name }) => String(name).startsWith('partner-'))
      .flatMap((plugin) => routesIn(settingsOf(plugin)));
    expect(routeNames.length).toBeGreaterThanOrEqual(routes.length);
    expect(routeNames.filter((name) => !names.has(name))).toEqual([]);
  });

  test('partner-consent has settings for every route', () => {
    const known = of('plugin')
      .filter(({ name }) => name === 'partner-consent')
      .flatMap((plugin) => routesIn(settingsOf(plugin)));
    expect([...known].sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  test('the priority of every route is in the range of the router', () => {
    expect(all.length).toBeGreaterThan(routes.length);
    for (const { regex_priority } of all) {
      expect(regex_priority).toBeGreaterThanOrEqual(0);
      expect(regex_priority).toBeLessThan(1024);
    }
  });
});
