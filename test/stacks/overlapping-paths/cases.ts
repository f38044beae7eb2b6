import fc from 'fast-check';
import type { UpstreamPaths } from '../../../core/model/routes';

export const METHODS = ['GET', 'POST', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** Most operations and calls have the same method, so that they overlap. */
const MOSTLY_GET = Array.from({ length: 8 }, () => 'GET');

/** A path of an OpenAPI file, possibly without operations. */
export interface PathOfCase {
  readonly path: string;
  readonly operations: readonly { readonly method: string; readonly exposed: boolean }[];
}

/** An OpenAPI file, its API's `upstreamPaths`, and calls that are likely to match one of its paths, or almost match it. */
export interface Case {
  readonly paths: readonly PathOfCase[];
  readonly upstreamPaths: UpstreamPaths;
  readonly calls: readonly { readonly method: string; readonly path: string }[];
}

const segment = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('items', 'secret', 'a', 'b') },
  { weight: 5, arbitrary: fc.constantFrom('{id}', '{x}') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Secret',
      'a:b',
      'a%3Ab',
      'caf%C3%A9',
      '{id}:end',
      'v{v}',
      '{n}.json',
      '{a}-{b}',
      'a.json',
    ),
  },
);

// Few segments, so that the paths of a file overlap.
const path = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: segment.map((last) => ['items', last]) },
      { weight: 2, arbitrary: fc.tuple(segment, segment) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom('items', '{x}'), fc.constantFrom('a', '{id}'), segment) },
      { weight: 1, arbitrary: segment.map((only) => [only]) },
    ),
    fc.constantFrom('', '', '', '', '', '/'),
  )
  .map(([segments, end]) => `/${segments.join('/')}${end}`);

const operations = fc.oneof(
  { weight: 1, arbitrary: fc.constant([]) },
  {
    weight: 9,
    arbitrary: fc.uniqueArray(
      fc.record({
        method: fc.constantFrom(...MOSTLY_GET, 'POST', 'DELETE', 'HEAD'),
        exposed: fc.constantFrom(true, true, false),
      }),
      { minLength: 1, maxLength: 3, selector: ({ method }) => method },
    ),
  },
);

const pathOfCase = fc.record({ path, operations });

const upstreamPaths = fc.constantFrom<UpstreamPaths>(
  {},
  {},
  { ignoresCase: true },
  { matrixParameters: true },
  { ignoresCase: true, matrixParameters: true },
);

const value = fc.constantFrom(
  'items',
  'secret',
  'a',
  'b',
  'x',
  '1',
  'Secret',
  'a:b',
  'caf%C3%A9',
  'a.json',
  'v1',
  '1:end',
);

/** Changes to a path that some servers interpret as a different path. */
const TRICKS: readonly ((path: string) => string)[] = [
  (path) => `${path}/`,
  (path) => `${path}#f`,
  (path) => `${path}%23f`,
  (path) => `${path}%3Ff`,
  (path) => `${path};`,
  (path) => `${path};a=b`,
  (path) => `${path}%3Bx`,
  (path) => `${path}.`,
  (path) => `${path}%20`,
  (path) => `${path}%0A`,
  (path) => `${path}%00`,
  (path) => `${path}%2Fx`,
  (path) => path.toUpperCase(),
  (path) => path.replace('s', '%C5%BF'),
  (path) => path.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => path.replace(':', '%3A'),
  (path) => path.replace('%3A', ':'),
  (path) => path.replace(/.$/, (last) => `%25${last.charCodeAt(0).toString(16)}`),
  (path) => path.replace(/^\//, '/x/..;/'),
  (path) => path.replace(/^\//, '/;/'),
  (path) => path.replace(/^\//, '/x/../'),
  (path) => path.replace(/^\//, '//'),
  (path) => path.replace(/\/([^/]*)$/, '/x%2F..%2F$1'),
  (path) => path.replace(/\/([^/]*)$/, '\\$1'),
  (path) => path.replace(/\/([^/]*)$/, '/x/..;a=b/$1'),
  (path) => path.replace(/\/([^/]*)$/, ';v=1/$1'),
  (path) => path.replace(/\/([^/]*)$/, '/%2e%2e%3b/$1'),
  (path) => path.replaceAll('e', 'e%CC%81'),
];

function call(paths: readonly PathOfCase[]) {
  const known = paths.flatMap(({ operations }) => operations.map(({ method }) => method));
  return fc
    .record({
      template: fc.constantFrom(...paths.map((one) => one.path)),
      method: fc.constantFrom(...MOSTLY_GET, ...known, ...METHODS),
      values: fc.array(value, { minLength: 6, maxLength: 6 }),
      tricks: fc.oneof(
        fc.constant([]),
        fc.constant([]),
        fc.tuple(fc.constantFrom(...TRICKS)),
        fc.tuple(fc.constantFrom(...TRICKS)),
        fc.tuple(fc.constantFrom(...TRICKS), fc.constantFrom(...TRICKS)),
      ),
    })
    .map(({ template, method, values, tricks }) => {
      let next = 0;
      const filled = template.replaceAll(/\{[^{}]*\}/g, () => values[next++] ?? 'x');
      return { method, path: tricks.reduce((result, trick) => trick(result), filled) };
    });
}

export const cases: fc.Arbitrary<Case> = fc
  .uniqueArray(pathOfCase, { minLength: 2, maxLength: 5, selector: (one) => one.path })
  .chain((paths) =>
    fc.record({
      paths: fc.constant(paths),
      upstreamPaths,
      calls: fc.array(call(paths), { minLength: 4, maxLength: 8 }),
    }),
  );
