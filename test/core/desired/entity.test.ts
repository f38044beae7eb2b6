import { entity, Reference } from '../../../core/desired';
import { explicitDependencies } from '../../../core/desired/guards';
import { rankOf, sortByDependency } from '../../../core/desired/order';

const of = (type: string, address: string, more: object = {}) =>
  entity({ type: `kong-gateway_${type}`, address, attributes: {}, subject: {}, origins: [], ...more });

describe('an entity', () => {
  test('reads its id and what it refers to from its attributes, at any depth', () => {
    const service = Reference.to('kong-gateway_service', 'a');
    const route = Reference.to('kong-gateway_route', 'b');
    const made = of('custom_plugin', 'x', {
      attributes: { id: 'uuid', service: { id: service }, config: { deep: [{ id: route }, { id: service }] } },
    });
    expect(made.id).toBe('uuid');
    expect(made.references).toEqual(['kong-gateway_route.b', 'kong-gateway_service.a']);
  });

  test('without an id of its own has none', () => {
    expect(of('consumer_group_member', 'x').id).toBeUndefined();
    expect(of('acl', 'x', { attributes: { id: Reference.variable('a') } }).id).toBeUndefined();
  });
});

describe('the order', () => {
  test('has what others name first', () => {
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

  test('has what an entity waits for first, whatever its rank', () => {
    const entities = [
      of('route', 'a', { guardedBy: 's', after: ['kong-gateway_route.b'] }),
      of('route', 'b', { guardedBy: 's' }),
      of('route', 's_refused', { guards: 's' }),
    ];
    expect(sortByDependency(entities).map(({ address }) => address)).toEqual(['s_refused', 'b', 'a']);
  });

  test('refuses entities that wait for each other', () => {
    const entities = ['a', 'b'].map((name, index) =>
      of('route', name, { after: [`kong-gateway_route.${['b', 'a'][index]}`] }),
    );
    expect(() => sortByDependency(entities)).toThrow(
      'kong-gateway_route.a waits for kong-gateway_route.b waits for kong-gateway_route.a',
    );
  });

  test('sorts entities of one rank by name', () => {
    expect(sortByDependency([of('service', 'b'), of('service', 'a')]).map(({ address }) => address)).toEqual([
      'a',
      'b',
    ]);
    expect(rankOf(of('plugin_acl', 'a'))).toBe(rankOf(of('custom_plugin', 'b')));
  });
});

describe('a route', () => {
  test('waits for everything that guards its service, and for what it names itself', () => {
    const waits = explicitDependencies([
      of('route', 'r', { guardedBy: 's', after: ['kong-gateway_route.q'] }),
      of('plugin_acl', 's', { guards: 's' }),
      of('custom_plugin', 's_x', { guards: 's' }),
      of('plugin_acl', 't', { guards: 't' }),
    ]);
    expect(waits.get('kong-gateway_route.r')).toEqual([
      'kong-gateway_custom_plugin.s_x',
      'kong-gateway_plugin_acl.s',
      'kong-gateway_route.q',
    ]);
    expect(waits.get('kong-gateway_plugin_acl.s')).toEqual([]);
  });
});
