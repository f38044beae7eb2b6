import fc from 'fast-check';
import { callPositions } from '../../../../core/load/documents/positions';
import { extractDefinition } from '../../../../core/load/openapi/extract';
import type { Api, ApiEntry, Json } from '../../../../core/model';
import { exposedOperations, scopeAlternatives } from '../../../../core/model';

/** What the author of a file meant one operation to need. */
interface Meant {
  readonly alternatives: readonly (readonly string[])[] | 'inherited';
  /** What is wrong with how it is written, so that nobody can be sure. */
  readonly mistake: Mistake | undefined;
  readonly behind: 'nothing' | 'reference' | 'reference beside others';
  readonly hidden: boolean;
  readonly assigned: readonly string[] | 'none' | undefined;
}

type Mistake = (typeof MISTAKES)[number];
const MISTAKES = [
  'securty',
  'Security',
  'securities',
  'authorization',
  'security of the path item',
  'method in upper case',
  'reference in place of the operation',
  'security as a map',
  'security as text',
  'requirement as text',
  'scopes as text',
  'scope as a map',
  'scope with a space',
] as const;

const SCOPES = ['a', 'b', 'c'];
const TOKENS = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => SCOPES.filter((_, index) => bits & (1 << index)));

const scopes = fc.uniqueArray(fc.constantFrom(...SCOPES), { maxLength: 2 });
const alternatives = fc.array(scopes, { maxLength: 3 });
const decision = fc.option(
  fc.oneof(fc.constant('none' as const), fc.uniqueArray(fc.constantFrom(...SCOPES), { minLength: 1, maxLength: 2 })),
  { nil: undefined },
);
const operation: fc.Arbitrary<Meant> = fc.record({
  alternatives: fc.oneof(fc.constant('inherited' as const), alternatives),
  mistake: fc.option(fc.constantFrom(...MISTAKES), { nil: undefined, freq: 3 }),
  behind: fc.constantFrom('nothing', 'nothing', 'reference', 'reference beside others'),
  hidden: fc.integer({ max: 5 }).map((number) => number === 0),
  assigned: decision,
});
const program = fc.record({
  operations: fc.array(operation, { minLength: 1, maxLength: 3 }),
  inherited: fc.option(alternatives, { nil: undefined }),
  assigned: decision,
});

function securityOf(all: readonly (readonly string[])[]): Json {
  return all.map((one) => (one.length === 0 ? {} : { oauth: one }));
}

/** An operation as it is written, and what its path item has beside it. */
function written(
  { alternatives: all, mistake }: Meant,
  id: string,
): { key: string; value: Json; beside: { [key: string]: Json } } {
  const security = all === 'inherited' ? undefined : securityOf(all);
  const plain = { operationId: id, responses: {} };
  const value = security === undefined ? plain : { ...plain, security };
  const strict = [{ oauth: SCOPES }];
  switch (mistake) {
    case undefined:
      return { key: 'get', value, beside: {} };
    case 'security of the path item':
      return { key: 'get', value: plain, beside: { security: strict } };
    case 'method in upper case':
      return { key: 'GET', value, beside: {} };
    case 'reference in place of the operation':
      return { key: 'get', value: { $ref: '#/components/x' }, beside: {} };
    case 'security as a map':
      return { key: 'get', value: { ...plain, security: { oauth: SCOPES } }, beside: {} };
    case 'security as text':
      return { key: 'get', value: { ...plain, security: 'oauth' }, beside: {} };
    case 'requirement as text':
      return { key: 'get', value: { ...plain, security: ['oauth'] }, beside: {} };
    case 'scopes as text':
      return { key: 'get', value: { ...plain, security: [{ oauth: 'a b c' }] }, beside: {} };
    case 'scope as a map':
      return { key: 'get', value: { ...plain, security: [{ oauth: [{ a: 1 }] }] }, beside: {} };
    case 'scope with a space':
      return { key: 'get', value: { ...plain, security: [{ oauth: ['a b'] }] }, beside: {} };
    default:
      return { key: 'get', value: { ...plain, [mistake]: strict }, beside: {} };
  }
}

function fileOf(operations: readonly Meant[], inherited: readonly (readonly string[])[] | undefined): Json {
  const paths: { [path: string]: Json } = {};
  const pathItems: { [name: string]: Json } = {};
  for (const [index, meant] of operations.entries()) {
    const { key, value, beside } = written(meant, `op${index}`);
    const item = { ...beside, [key]: value };
    const $ref = `#/components/pathItems/item${index}`;
    if (meant.behind !== 'nothing') pathItems[`item${index}`] = item;
    paths[`/p${index}`] =
      meant.behind === 'nothing'
        ? item
        : meant.behind === 'reference'
          ? { $ref }
          : { $ref, put: { operationId: `other${index}`, security: [{ oauth: SCOPES }] } };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    ...(inherited && { security: securityOf(inherited) }),
    paths,
    components: { pathItems },
  };
}

/** Whether a token may call an operation, by what its author and its operator said, and by nothing else. */
function mayCall(
  token: readonly string[],
  meant: Meant,
  inherited: readonly (readonly string[])[],
  ofApi: Meant['assigned'],
): boolean {
  const has = (all: readonly string[]) => all.every((scope) => token.includes(scope));
  if (meant.hidden || meant.mistake) return false;
  const all = meant.alternatives === 'inherited' ? inherited : meant.alternatives;
  const named = all.filter(({ length }) => length > 0);
  if (named.length > 0) {
    if (meant.assigned === 'none' && all.length > named.length) return true;
    return named.some(has) && (!Array.isArray(meant.assigned) || has(meant.assigned));
  }
  const decided = meant.assigned ?? ofApi;
  return decided === 'none' || (decided !== undefined && has(decided));
}

test('no call reaches an operation without the scopes that its file and its document require, in 5,000 files', () => {
  let passed = 0;
  fc.assert(
    fc.property(program, ({ operations, inherited, assigned }) => {
      const root = fileOf(operations, inherited);
      const positions = callPositions({ file: 'f', line: 1, column: 1, path: '', length: 1 }, root);
      const none = { has: () => false, open: () => undefined, paths: () => [] };
      const { definition } = extractDefinition({ path: 'f', root, positions }, none);
      // Without a definition the API is not in the catalog, and nothing of it reaches a gateway.
      if (!definition) return operations.some(({ mistake }) => mistake !== undefined);
      const routes = operations.map((meant, index) => ({
        operation: `op${index}`,
        exposed: !meant.hidden,
        ...(meant.assigned !== undefined && { scopes: meant.assigned }),
      }));
      const value = { name: 'x', routes, ...(assigned !== undefined && { scopes: assigned }) } as unknown as Api;
      const served = exposedOperations({ name: 'x', value, definition } as unknown as ApiEntry);
      for (const [index, meant] of operations.entries()) {
        const one = served.find(({ id }) => id === `op${index}`);
        for (const token of TOKENS) {
          const passes =
            one !== undefined && scopeAlternatives(one).some((all) => all.every((scope) => token.includes(scope)));
          if (passes !== mayCall(token, meant, inherited ?? [], assigned)) return false;
          if (passes) passed += 1;
        }
      }
      return true;
    }),
    { numRuns: 5_000 },
  );
  // The test would say nothing if no call passed.
  expect(passed).toBeGreaterThan(1_000);
});
