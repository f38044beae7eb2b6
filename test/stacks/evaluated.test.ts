import { exposedOperations, isServedIn, upstreamIn } from '../../core/model';
import { accessIn } from '../../core/view';
import { targetOf } from '../../policies';
import { AS_OF, catalogOfFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';
import { type Attributes, describeWithTerraform, Workspace } from '../support/terraform';

const catalog = catalogOfFiles();
const stacks = stacksOf(catalog);

describeWithTerraform('the state after an apply of all stacks', () => {
  const workspace = new Workspace();
  let values: ReadonlyMap<string, Attributes> = new Map();

  beforeAll(() => {
    workspace.apply(stacks);
    values = workspace.values();
  });
  afterAll(() => workspace.remove());

  const of = (environment: string, type: string) =>
    [...values]
      .filter(([address]) => address.startsWith(`${environment}_`) && address.includes(`/${type}.`))
      .map(([, attributes]) => attributes);

  const sorted = (names: Iterable<unknown>) => [...names].sort();

  test('has every resource of every stack', () => {
    expect(sorted(values.keys())).toEqual(sorted(resourcesOf(stacks).keys()));
    expect(values.size).toBeGreaterThan(100);
  });

  test('has no changes in a second plan', () => {
    expect(workspace.plan(stacks)).toEqual({});
  });

  describe.each([...catalog.environments.keys()])('in %s', (environment) => {
    const { value } = catalog.environments.get(environment) ?? fail(environment);
    const served = [...catalog.apis.values()].filter((api) => isServedIn(api.value, value));
    const access = accessIn(catalog, environment, AS_OF);
    const present = access.filter((one) => one.present);
    const granted = access.flatMap(({ application, subscriptions }) =>
      subscriptions
        .filter((subscription) => subscription.granted)
        .map(({ api, tier }) => ({ application: application.id, group: `${api.name}:${tier.name}` })),
    );
    const native = targetOf(value)?.plugins === 'native';
    const consumers = () => new Map(of(environment, 'kong-gateway_consumer').map(({ id, username }) => [id, username]));

    test('each served API has a service with its upstream', () => {
      const services = of(environment, 'kong-gateway_service')
        .filter(({ host }) => host !== 'refused.invalid')
        .map(({ name, protocol, host, port, path }) => [name, new URL(`${protocol}://${host}:${port}${path}`).href]);
      expect(new Map(services as [string, string][])).toEqual(
        new Map(served.map(({ name, value: api }) => [name, new URL(upstreamIn(api, environment)?.url ?? '').href])),
      );
    });

    test('each exposed operation has a route on the service of its API', () => {
      const ids = new Map(of(environment, 'kong-gateway_service').map(({ id, name }) => [id, name]));
      const routes = of(environment, 'kong-gateway_route').map(({ name, methods, service }) => [
        ids.get((service as { id: string }).id),
        name,
        methods,
      ]);
      const operations = served.flatMap((api) =>
        exposedOperations(api).map(({ slug, method }) => [api.name, `${api.name}_${slug}`, [method]]),
      );
      const open = routes.filter(([service]) => !String(service).endsWith('_refused'));
      expect(sorted(open.map(String))).toEqual(sorted(operations.map(String)));
    });

    test('each present application has a consumer with its client id', () => {
      const found = of(environment, 'kong-gateway_consumer').map(({ username, custom_id }) => [username, custom_id]);
      expect(sorted(found.map(String))).toEqual(
        sorted(present.map(({ application, credentials }) => String([application.id, credentials?.clientId]))),
      );
    });

    test('each key of a present application is a credential of its consumer', () => {
      const owners = of(environment, 'kong-gateway_jwt').map(({ consumer_id }) => consumers().get(consumer_id));
      expect(sorted(owners)).toEqual(
        sorted(present.flatMap(({ application, credentials }) => (credentials?.keys ?? []).map(() => application.id))),
      );
    });

    test('group memberships are exactly the granted subscriptions', () => {
      const groups = new Map(of(environment, 'kong-gateway_consumer_group').map(({ id, name }) => [id, name]));
      const entries = native
        ? of(environment, 'kong-gateway_consumer_group_member').map(({ consumer_id, consumer_group_id }) => ({
            application: consumers().get(consumer_id),
            group: groups.get(consumer_group_id),
          }))
        : of(environment, 'kong-gateway_acl').map(({ consumer_id, group }) => ({
            application: consumers().get(consumer_id),
            group,
          }));
      expect(sorted(entries.map((entry) => JSON.stringify(entry)))).toEqual(
        sorted(granted.map((entry) => JSON.stringify(entry))),
      );
      expect(of(environment, native ? 'kong-gateway_acl' : 'kong-gateway_consumer_group_member')).toEqual([]);
    });

    test('each plugin is global or on an existing service, route or group', () => {
      const idsOf = (type: string) => new Set(of(environment, type).map(({ id }) => id));
      const known = {
        service: idsOf('kong-gateway_service'),
        route: idsOf('kong-gateway_route'),
        consumer_group: idsOf('kong-gateway_consumer_group'),
      };
      const plugins = [...values].filter(([address]) =>
        new RegExp(`^${environment}_.*/kong-gateway_(custom_plugin|plugin_)`).test(address),
      );
      expect(plugins.length).toBeGreaterThan(0);
      for (const [address, attributes] of plugins) {
        const scopes = Object.entries(known).filter(([scope]) => attributes[scope] !== undefined);
        if (scopes.length === 0) expect(address).toContain(`${environment}_global/`);
        for (const [scope, ids] of scopes) expect(ids).toContain((attributes[scope] as { id: string }).id);
      }
    });
  });
});

function fail(message: string): never {
  throw new Error(message);
}
