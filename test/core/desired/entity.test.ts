import { entity, Reference } from '../../../core/desired';
import { explicitDependencies } from '../../../core/desired/guards';
import { rankOf, sortByDependency } from '../../../core/desired/order';

const of = (type: string, address: string, more: object = {}) =>
  entity({ type: `kong-gateway_${type}`, address, attributes: {}, subject: {}, origins: [], ...more });

describe('an entity', () => {
  test('takes its id and references from its attributes, at any depth', () => {
    const service = Reference.to('kong-gateway_service', 'a');
    const route = Reference.to('kong-gateway_route', 'b');
    const plugin = of('custom_plugin', 'x', {
      attributes: { id: 'uuid', service: { id: service }, config: { deep: [{ id: route }, { id: service }] } },
    });
    expect(plugin.id).toBe('uuid');
    expect(plugin.references).toEqual(['kong-gateway_route.b', 'kong-gateway_service.a']);
  });

  test('has no id if its attributes do not contain one', () => {
    expect(of('consumer_group_member', 'x').id).toBeUndefined();
    expect(of('acl', 'x', { attributes: { id: Reference.variable('a') } }).id).toBeUndefined();
  });
});

describe('sortByDependency', () => {
  test('puts referenced entities first', () => {
    const onRoute = { attributes: { route: { id: Reference.to('kong-gateway_route', 'r') } } };
    const types = [
      of('acl', 'a'),
      of('plugin_acl', 'limit', onRoute),
      of('consumer', 'c'),
      of('route', 'r'),
      of('plugin_acl', 'p'),
      of('service', 's'),
      of('ca_certificate', 'ca'),
    ];
    expect(sortByDependency(types).map(({ address }) => address)).toEqual(['ca', 's', 'p', 'r', 'limit', 'c', 'a']);
  });

  test('puts explicit dependencies first, regardless of rank', () => {
    const entities = [
      of('route', 'a', { guardedBy: 's', after: ['kong-gateway_route.b'] }),
      of('route', 'b', { guardedBy: 's' }),
      of('route', 's_refused', { guards: 's' }),
    ];
    expect(sortByDependency(entities).map(({ address }) => address)).toEqual(['s_refused', 'b', 'a']);
  });

  test('rejects entities that depend on each other', () => {
    const entities = ['a', 'b'].map((name, index) =>
      of('route', name, { after: [`kong-gateway_route.${['b', 'a'][index]}`] }),
    );
    expect(() => sortByDependency(entities)).toThrow(
      'kong-gateway_route.a depends on kong-gateway_route.b depends on kong-gateway_route.a',
    );
  });

  test('sorts entities of the same rank by name', () => {
    expect(sortByDependency([of('service', 'b'), of('service', 'a')]).map(({ address }) => address)).toEqual([
      'a',
      'b',
    ]);
    expect(rankOf(of('plugin_acl', 'a'))).toBe(rankOf(of('custom_plugin', 'b')));
  });
});

describe('a route', () => {
  test('depends on everything that guards its service, and on its own `after`', () => {
    const dependencies = explicitDependencies([
      of('route', 'r', { guardedBy: 's', after: ['kong-gateway_route.q'] }),
      of('plugin_acl', 's', { guards: 's' }),
      of('custom_plugin', 's_x', { guards: 's' }),
      of('plugin_acl', 't', { guards: 't' }),
    ]);
    expect(dependencies.get('kong-gateway_route.r')).toEqual([
      'kong-gateway_custom_plugin.s_x',
      'kong-gateway_plugin_acl.s',
      'kong-gateway_route.q',
    ]);
    expect(dependencies.get('kong-gateway_plugin_acl.s')).toEqual([]);
  });
});
