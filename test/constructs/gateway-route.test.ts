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

/** The exposed operation that tests start from. */
const open = operationsOf(entry).find(({ exposed }) => exposed) as Operation;

/** Creates only the route of an operation, and returns the number of resources. */
const route = (operation: Operation) =>
  inFolder((folder) => {
    const stack = new EnvironmentStack(new App({ outdir: folder }), 'sandbox_test', { environment });
    new GatewayRoute(stack, 'route', { api, environment, operation });
    return stack.claims.size;
  });

describe('GatewayRoute', () => {
  test('creates the route of an exposed operation', () => {
    expect(route(open)).toBe(1);
  });

  test('rejects an operation that the API does not expose', () => {
    const hidden = operationsOf(entry).find(({ exposed }) => !exposed) as Operation;
    expect(() => route(hidden)).toThrow(
      `operation '${hidden.id}' of api 'push-message' is not exposed; omit its route, or remove 'exposed: false' from the api's routes`,
    );
  });

  test.each(['get', 'M-SEARCH', '', 'GET '])("rejects the method '%s', which Kong does not support", (method) => {
    expect(() => route({ ...open, method })).toThrow(
      `operation '${open.id}' of api 'push-message' has the method '${method}'; methods are upper-case letters, such as GET`,
    );
  });

  test('accepts additional methods, which OpenAPI 3.2 allows', () => {
    expect(route({ ...open, method: 'PURGE' })).toBe(1);
  });
});
