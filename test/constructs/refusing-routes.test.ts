import { catalogOfFiles, edited, programmeFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';

const API = 'push-message.yaml';
const files = programmeFiles();
const openApi = 'push-message.openapi.yaml';

/** The resources of push-message in an environment by `type.name`, with an operation next to a path parameter exposed or not. */
function resources(environment: string, exposed: boolean) {
  const text = (files[openApi] ?? '').replace(
    'paths:\n',
    `paths:
  /messages/pending:
    get:
      operationId: pendingMessages
      security: [{ openId: ['push-message:read'] }]
      responses: { '200': { description: OK } }
`,
  );
  const changed = edited({ ...files, [openApi]: text }, [
    API,
    'routes:\n',
    `routes:\n  - { operation: pendingMessages, exposed: ${exposed} }\n`,
  ]);
  const found = resourcesOf(stacksOf(catalogOfFiles(changed), { environments: [environment] }));
  const prefix = `${environment}_apis_communication/`;
  return new Map(
    [...found]
      .filter(([address]) => address.startsWith(prefix))
      .map(([address, one]) => [address.slice(prefix.length), one]),
  );
}

const ROUTE = 'kong-gateway_route.push-message_pending-messages';
const REFUSED = 'kong-gateway_service.push-message_refused';
const TERMINATION = 'kong-gateway_plugin_request_termination.push-message_refused';

describe.each(['sandbox', 'production'])('in %s, an operation that is not exposed next to a path parameter', (name) => {
  const hidden = resources(name, false);
  const shown = resources(name, true);

  test('has a route on a service without an upstream, whose plugin answers like Kong without a route', () => {
    expect(hidden.get(ROUTE)).toMatchObject({ service: { id: `\${${REFUSED}.id}` }, protocols: ['http', 'https'] });
    expect(hidden.get(REFUSED)).toMatchObject({ host: 'refused.invalid' });
    expect(hidden.get(TERMINATION)).toMatchObject({
      service: { id: `\${${REFUSED}.id}` },
      config: { status_code: 404, message: 'no Route matched with those values', echo: false },
    });
    const onRefused = [...hidden].filter(
      ([address, one]) => address.includes('plugin') && JSON.stringify(one).includes(REFUSED),
    );
    expect(onRefused.map(([address]) => address)).toEqual([TERMINATION]);
  });

  test('keeps its route when it is exposed, and only the service of the route changes', () => {
    const [before, after] = [hidden.get(ROUTE), shown.get(ROUTE)];
    for (const attribute of ['id', 'name', 'paths', 'methods', 'hosts', 'regex_priority'])
      expect(after?.[attribute]).toEqual(before?.[attribute]);
    expect(after).toMatchObject({ service: { id: `\${kong-gateway_service.push-message.id}` } });
  });

  test('is refused before any route of the API is created, and until all are removed', () => {
    expect(hidden.get(ROUTE)).toMatchObject({ depends_on: [TERMINATION] });
    const open = [...hidden].filter(
      ([address, one]) => address.includes('route.') && !JSON.stringify(one).includes('_refused.id'),
    );
    expect(open.length).toBeGreaterThan(2);
    for (const [, route] of open) expect(route.depends_on).toEqual(expect.arrayContaining([ROUTE]));
  });

  test('has its route, once exposed, before the operation that would match its calls', () => {
    expect(shown.get('kong-gateway_route.push-message_read-message')?.depends_on).toEqual(
      expect.arrayContaining([ROUTE]),
    );
    expect(shown.get('kong-gateway_route.push-message_send-message')?.depends_on).not.toEqual(
      expect.arrayContaining([ROUTE]),
    );
  });
});

test('an API without overlapping paths has no refusing route', () => {
  const found = resourcesOf(stacksOf(catalogOfFiles(files)));
  expect([...found.keys()].filter((address) => /sim-swap.*refused/.test(address))).toEqual([]);
});
