import { withSeverity } from '../../../../core/checks/with-severity';
import type { ApiEntry } from '../../../../core/model';
import { refusalsOf, routePattern, routePriority, type UpstreamPaths } from '../../../../core/model/routes';
import { filesOf, nameOf } from '../../../stacks/overlapping-paths/files';
import { loadFiles } from '../../../support/catalog';
import { apiOf } from './api-of';
import { routerRegex, routerText } from './router-text';

type Paths = Readonly<Record<string, readonly string[]>>;

/** The operation whose route matches a call, `refused` for a refusing route, or undefined if no route matches. */
function outcome(api: ApiEntry, method: string, path: string): string | undefined {
  const hidden = new Set(api.value.routes?.map(({ operation }) => operation));
  const routes = [
    ...refusalsOf(api).routes.map(({ methods, paths, priority }) => ({ name: 'refused', methods, paths, priority })),
    ...api.definition.operations
      .filter(({ id }) => !hidden.has(id))
      .map(({ id, method: own, path: template }) => ({
        name: id,
        methods: [own],
        paths: [routePattern(api.value.basePath, template, api.value.upstreamPaths)],
        priority: routePriority(template),
      })),
  ];
  const text = routerText(`${api.value.basePath}${path}`) ?? '';
  const matching = routes.filter(
    ({ methods, paths }) => methods.some((own) => own === method) && paths.some((one) => routerRegex(one).test(text)),
  );
  const highest = Math.max(...matching.map(({ priority }) => priority));
  const taken = matching.filter(({ priority }) => priority === highest);
  expect(taken.length).toBeLessThan(2);
  return taken[0]?.name;
}

/** Operation IDs are `get /items/{id}`; the method of a hidden operation starts with `!`. */
function api(paths: Paths, upstreamPaths: UpstreamPaths = {}): ApiEntry {
  return apiOf(paths, upstreamPaths);
}

const ITEMS = { '/items/{id}': ['get'], '/items/hidden': ['!get'] };

describe('an operation that is not exposed', () => {
  test.each([
    ['/items/hidden', 'refused'],
    ['/items/4711', 'get /items/{id}'],
    ['/items/hidden2', 'get /items/{id}'],
    ['/items/h%69dden', 'refused'],
    ['/items/x/../hidden', 'refused'],
    ['/items//hidden', 'refused'],
    ['/items/hidden/', undefined],
  ])('is not reached through a path parameter: %s', (path, expected) => {
    expect(outcome(api(ITEMS), 'GET', path)).toBe(expected);
  });

  test('has the same route as if it were exposed, so that exposing it changes only that route', () => {
    const { routes } = refusalsOf(api(ITEMS));
    expect(routes).toEqual([
      {
        operation: expect.objectContaining({ id: 'get /items/hidden' }),
        addressSegments: ['operation', 'get', 'items', 'hidden'],
        methods: ['GET'],
        paths: ['~/api/items/hidden$'],
        priority: routePriority('/items/hidden'),
      },
    ]);
  });

  test('is refused with its own parameters', () => {
    const deep = api({ '/a/{y}/{z}': ['get'], '/a/{x}/c': ['!get'] });
    expect(outcome(deep, 'GET', '/a/1/c')).toBe('refused');
    expect(outcome(deep, 'GET', '/a/1/d')).toBe('get /a/{y}/{z}');
  });

  test('is refused if a segment combines text and a parameter', () => {
    const files = api({ '/files/{name}': ['get'], '/files/{name}.key': ['!get'] });
    expect(outcome(files, 'GET', '/files/a.key')).toBe('refused');
    expect(outcome(files, 'GET', '/files/a.txt')).toBe('get /files/{name}');
  });

  test('has no refusing route if no parameter matches its calls', () => {
    expect(
      refusalsOf(api({ '/items/{id}': ['get'], '/users/hidden': ['!get'], '/items/{id}/hidden': ['!get'] })).routes,
    ).toEqual([]);
    expect(refusalsOf(api({ '/items/{id}': ['post'], '/items/hidden': ['!get'] })).routes).toMatchObject([
      { methods: ['POST'] },
    ]);
  });

  test('does not affect a narrower operation that is exposed', () => {
    const items = api({ '/items/{id}': ['!get'], '/items/latest': ['get'] });
    expect(refusalsOf(items).routes).toEqual([]);
    expect(outcome(items, 'GET', '/items/latest')).toBe('get /items/latest');
    expect(outcome(items, 'GET', '/items/4711')).toBeUndefined();
  });

  test('has no refusing route if an exposed operation has the same method and path', () => {
    expect(refusalsOf(api({ '/users/{id}': ['get'], '/users/{name}': ['!get'] })).routes).toEqual([]);
  });

  test.each([
    ['a query', '/items/hidden?mode=full'],
    ['a query as RFC 6570 writes it', '/items/hidden{?mode}'],
    ['a fragment', '/items/hidden#full'],
    ['a double slash', '/items//hidden'],
    ['dot segments', '/items/./x/../hidden'],
    ['no leading slash', 'items/hidden'],
    ['a trailing slash', '/items/hidden/'],
  ])('is refused even if its path cannot be routed: %s', (_, path) => {
    expect(outcome(api({ '/items/{id}': ['get'], [path]: ['!get'] }), 'GET', '/items/hidden')).toBe('refused');
  });

  test.each([
    ['a space', '/items/not public', '/items/not%20public'],
    ['a letter beyond ASCII', '/items/café', '/items/caf%C3%A9'],
    ['a decomposed letter', '/items/café', '/items/cafe%CC%81'],
    ['an unclosed brace', '/items/{hidden', '/items/%7Bhidden'],
  ])('is refused even if calls encode its path differently: %s', (_, path, call) => {
    expect(outcome(api({ '/items/{id}': ['get'], [path]: ['!get'] }), 'GET', call)).toBe('refused');
  });
});

test.each([
  '/items/hidden?mode=full',
  '/items/hidden{?mode}',
  '/items/hidden#full',
  '/items//hidden',
  '/items/./hidden',
])('%s in a loaded file is refused even though it cannot be routed', (path) => {
  const exposed = { path: '/items/{id}', operations: [{ method: 'GET', exposed: true }] };
  const hidden = { path, operations: [{ method: 'GET', exposed: false }] };
  const { catalog, findings } = loadFiles(filesOf([{ paths: [exposed, hidden], upstreamPaths: {}, calls: [] }]));
  expect(withSeverity(findings).filter(({ severity }) => severity === 'error')).toEqual([]);
  const read = catalog.apis.get(nameOf(0)) as ApiEntry;
  expect(refusalsOf(read).routes.flatMap(({ paths }) => paths)).toEqual(['~/api-0/items/hidden$']);
});

test.each(['/items/\ud800', '/items/a\nb', '/items/a%0Ab'])(
  'a path that no call can have needs no refusing route',
  (path) => {
    expect(refusalsOf(api({ '/items/{id}': ['get'], [path]: ['!get'] })).routes).toEqual([]);
  },
);

describe('the path of another operation', () => {
  test('has precedence with every method, as in OpenAPI', () => {
    const items = api({ '/items/{id}': ['get', 'delete', 'head'], '/items/secret': ['post', 'get'] });
    expect(outcome(items, 'GET', '/items/secret')).toBe('get /items/secret');
    expect(outcome(items, 'DELETE', '/items/secret')).toBe('refused');
    expect(outcome(items, 'HEAD', '/items/secret')).toBe('refused');
    expect(outcome(items, 'POST', '/items/secret')).toBe('post /items/secret');
    expect(outcome(items, 'DELETE', '/items/4711')).toBe('delete /items/{id}');
  });

  test('is refused if it has no operations, because OpenAPI files may omit restricted ones', () => {
    expect(outcome(api({ '/items/{id}': ['get'], '/items/secret': [] }), 'GET', '/items/secret')).toBe('refused');
  });

  test('has one refusing route for all methods', () => {
    const { routes } = refusalsOf(api({ '/items/{id}': ['get', 'delete'], '/items/secret': ['post'] }));
    expect(routes).toEqual([
      {
        addressSegments: ['path', 'items', 'secret'],
        methods: ['DELETE', 'GET'],
        paths: ['~/api/items/secret$'],
        priority: routePriority('/items/secret'),
      },
    ]);
  });

  test('is refused where it overlaps a path that is not narrower, because upstreams choose differently', () => {
    const both = api({ '/a/{x}': ['get'], '/{y}/b': ['get'] });
    expect(outcome(both, 'GET', '/a/b')).toBe('refused');
    expect(outcome(both, 'GET', '/a/c')).toBe('get /a/{x}');
    expect(outcome(both, 'GET', '/c/b')).toBe('get /{y}/b');
  });

  test('is open where paths overlap if an exposed operation has exactly that path', () => {
    const three = api({ '/a/{x}': ['get'], '/{y}/b': ['get'], '/a/b': ['get'] });
    expect(refusalsOf(three).routes).toEqual([]);
    expect(outcome(three, 'GET', '/a/b')).toBe('get /a/b');
  });

  test('is created before the operation that also matches its calls', () => {
    const { after } = refusalsOf(api({ '/items/{id}': ['get'], '/items/latest': ['get'] }));
    expect([...after].map(([id, earlier]) => [id, earlier.map((one) => one.id)])).toEqual([
      ['get /items/{id}', ['get /items/latest']],
    ]);
  });

  test('needs no refusing route in an API without overlaps', () => {
    const { routes, after } = refusalsOf(
      api({ '/check': ['post'], '/items/{id}': ['get'], '/items/{id}/parts/{part}': ['get'] }),
    );
    expect([routes, after.size]).toEqual([[], 0]);
  });
});

describe('another spelling of a path', () => {
  test.each([
    ['/messages/1:cancel', 'get /messages/{id}:cancel'],
    ['/messages/1%3Acancel', 'refused'],
    ['/messages/1%3acancel', 'refused'],
    ['/messages/urn%3Ax', 'get /messages/{id}'],
  ])('with an encoded reserved character is refused: %s', (path, expected) => {
    expect(outcome(api({ '/messages/{id}': ['get'], '/messages/{id}:cancel': ['get'] }), 'GET', path)).toBe(expected);
  });

  test('with a plain reserved character is refused if the path has it encoded', () => {
    const items = api({ '/items/{id}': ['get'], '/items/a%2Bb': ['get'] });
    expect(outcome(items, 'GET', '/items/a%2Bb')).toBe('get /items/a%2Bb');
    expect(outcome(items, 'GET', '/items/a+b')).toBe('refused');
  });

  test('with or without a trailing slash is refused if a path parameter matches it', () => {
    expect(outcome(api({ '/items/{id}/': ['get'], '/items/secret': ['get'] }), 'GET', '/items/secret/')).toBe(
      'refused',
    );
    expect(outcome(api({ '/items/{id}': ['get'], '/items/secret/': ['get'] }), 'GET', '/items/secret')).toBe('refused');
  });

  test('with and without a trailing slash is open if both are exposed operations', () => {
    const users = api({ '/users': ['get'], '/users/': ['get'] });
    expect(refusalsOf(users).routes).toEqual([]);
    expect(outcome(users, 'GET', '/users/')).toBe('get /users/');
  });

  test.each([
    ['/items/secret', 'get /items/secret'],
    ['/items/SECRET', 'refused'],
    ['/items/Secret', 'refused'],
    ['/items/%53ecret', 'refused'],
    ['/items/%C5%BFecret', 'refused'],
    ['/items/%E2%84%AAey', 'refused'],
    ['/items/Kev', 'get /items/{id}'],
    ['/items/secrets', 'get /items/{id}'],
    ['/items/SECRETS', 'get /items/{id}'],
    ['/ITEMS/secret', undefined],
    ['/items/1:END', 'refused'],
    ['/items/1%3AEnd', 'refused'],
    ['/items/1:end', 'get /items/{id}:end'],
  ])('in another case is refused if the upstream ignores case: %s', (path, expected) => {
    const items = api(
      { '/items/{id}': ['get'], '/items/secret': ['get'], '/items/key': ['get'], '/items/{id}:end': ['get'] },
      { ignoresCase: true },
    );
    expect(outcome(items, 'GET', path)).toBe(expected);
  });

  test('in another case is refused if the operation is hidden or earlier segments differ in case', () => {
    const items = api({ '/Items/{id}': ['get'], '/items/hidden': ['!get'] }, { ignoresCase: true });
    expect(outcome(items, 'GET', '/Items/hidden')).toBe('refused');
    expect(outcome(items, 'GET', '/Items/HIDDEN')).toBe('refused');
    expect(outcome(items, 'GET', '/Items/4711')).toBe('get /Items/{id}');
  });

  test('in another case is a parameter value if the upstream does not ignore case', () => {
    expect(outcome(api({ '/items/{id}': ['get'], '/items/secret': ['get'] }), 'GET', '/items/SECRET')).toBe(
      'get /items/{id}',
    );
  });

  test.each([
    ['/items/secret', 'get /items/secret'],
    ['/items/secret;a=b', 'refused'],
    ['/items/secret;', 'refused'],
    ['/items/secret%3Bx', 'refused'],
    ['/items/4711;version=2', 'get /items/{id}'],
    ['/items/..;/parts', undefined],
    ['/items/a.json;v=1', 'refused'],
    ['/items/a.json', 'get /items/{id}.json'],
  ])('with matrix parameters is refused if the upstream drops them: %s', (path, expected) => {
    const items = api(
      { '/items/{id}': ['get'], '/items/secret': ['get'], '/items/{id}.json': ['get'] },
      { matrixParameters: true },
    );
    expect(outcome(items, 'GET', path)).toBe(expected);
  });
});

test('refusing routes of different paths have different addresses', () => {
  const paths = ['/a/b', '/a-b', '/a/b/', '/a--b', '/a/-b', '/a/:b', '/a/%3Ab', '/a/3ab', '/a/{b}c', '/a/pc', '/A/b'];
  const others = ['/{x}', '/{x}/{y}', '/{x}/{y}/'];
  const { routes } = refusalsOf(
    api({
      ...Object.fromEntries(paths.map((path) => [path, ['!post']])),
      ...Object.fromEntries(others.map((path) => [path, ['get']])),
    }),
  );
  expect(new Set(routes.map(({ addressSegments }) => addressSegments.join('_'))).size).toBe(routes.length);
  expect(routes.length).toBeGreaterThanOrEqual(paths.length);
  for (const { addressSegments } of routes)
    expect(addressSegments.join('_')).toMatch(/^[a-z][a-z0-9-]*(_[a-z0-9-]+)*$/);
});

test('a refused path has precedence over an operation with a parameter of the same priority', () => {
  const deep = `/{z}/${'a/'.repeat(9)}`;
  const far = api({ [`${deep}{x}`]: ['get'], [`${deep}hidden`]: ['!get'] });
  expect(refusalsOf(far).unclear).toEqual([]);
  expect(outcome(far, 'GET', `/1/${'a/'.repeat(9)}hidden`)).toBe('refused');
  const amid = api({ '/{x}y': ['get'], '/x{y}': ['!get'] });
  expect(outcome(amid, 'GET', '/x1y')).toBe('refused');
  expect(outcome(amid, 'GET', '/a1y')).toBe('get /{x}y');
});

test('an operation is reported if no priority keeps it from the calls of a refused path', () => {
  const { unclear } = refusalsOf(api({ '/{x}y': ['get'], '/x{y}': ['!get'], '/xa': ['get'] }));
  expect(unclear).toEqual([{ operation: expect.objectContaining({ id: 'get /{x}y' }), path: '/x{y}' }]);
  const deep = `/${'a/'.repeat(10)}`;
  const far = refusalsOf(api({ [`${deep}{x}`]: ['get'], [`${deep}hidden`]: ['!get'] }));
  expect(far.unclear).toEqual([
    { operation: expect.objectContaining({ id: `get ${deep}{x}` }), path: `${deep}hidden` },
  ]);
});

test('refusing routes stay the same when Terraform composes letters', () => {
  const { routes } = refusalsOf(
    api(
      { '/items/{id}': ['get'], '/items/k\u0065\u0301y': ['!get'], '/items/caf%C3%A9': ['get'] },
      { ignoresCase: true },
    ),
  );
  for (const path of routes.flatMap(({ paths }) => paths)) expect(path.normalize('NFC')).toBe(path);
  expect(routePattern('', '/cafe%CC%81').normalize('NFC')).toBe('~/cafe(?:\u0301)$');
});
