import { App } from 'cdktf';
import { GatewayRoute } from '../../constructs';
import type { Operation } from '../../core/model';
import { operationsOf } from '../../core/model/api/operations';
import { EnvironmentStack } from '../../stacks';
import { catalogOfFiles } from '../support/programme';
import { inFolder } from '../support/synthesis';

const catalog = catalogOfFiles();
const entry = catalog.apis.get('push-message');
const environment = catalog.environments.get('sandbox')?.value;
if (!entry || !environment) throw new Error('the fixture has changed');
const { value: api } = entry;

/** The operation with which each test begins. */
const open = operationsOf(entry).find(({ exposed }) => exposed) as Operation;

/** Makes the route of an operation alone. */
const route = (operation: Operation) =>
  inFolder((folder) => {
    const stack = new EnvironmentStack(new App({ outdir: folder }), 'sandbox_test', { environment });
    new GatewayRoute(stack, 'route', { api, environment, operation });
    return stack.claims.size;
  });

describe('GatewayRoute', () => {
  test('makes the route of an operation that partners reach', () => {
    expect(route(open)).toBe(1);
  });

  test('refuses an operation that the API does not expose', () => {
    const hidden = operationsOf(entry).find(({ exposed }) => !exposed) as Operation;
    expect(() => route(hidden)).toThrow(
      `operation '${hidden.id}' of api 'push-message' is not exposed, and gets no route; leave it out, or remove 'exposed: false' from its routes`,
    );
  });

  test.each(['get', 'M-SEARCH', '', 'GET '])("refuses the method '%s', which Kong does not take", (method) => {
    expect(() => route({ ...open, method })).toThrow(
      `operation '${open.id}' of api 'push-message' has the method '${method}'; methods are upper-case letters, such as GET`,
    );
  });

  test('takes a method of its own, as OpenAPI 3.2 does', () => {
    expect(route({ ...open, method: 'PURGE' })).toBe(1);
  });
});
