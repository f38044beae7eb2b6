import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json, JsonObject } from '../../core/model';
import { Gateway } from './support/gateway';
import { onEveryLua } from './support/runtimes';

interface Case {
  readonly name: string;
  readonly tags: readonly string[];
  readonly facts: {
    readonly certificates: readonly JsonObject[];
    readonly grants: readonly (JsonObject & { readonly api: string })[];
  };
}

/** The result of the Lua parser. An empty list is returned as an object. */
interface ParsedTags {
  readonly certificates: object;
  readonly grants: Readonly<Record<string, { readonly scopes: object }>>;
}

const CASES: { readonly written: readonly Case[]; readonly read: readonly Case[] } = JSON.parse(
  readFileSync(path.join(__dirname, '../../gateway/kong/consumer-tags.cases.json'), 'utf8'),
);

onEveryLua('partner-common', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const call = async <T>(module: string, name: string, ...args: Json[]) =>
    (await gateway.run('call_module', { module: `kong.plugins.partner-common.${module}`, name, args })) as T;

  describe('tags', () => {
    test.each([...CASES.written, ...CASES.read])('are parsed correctly: $name', async ({ tags, facts }) => {
      const { certificates, grants } = await call<ParsedTags>('tags', 'parse', [...tags]);
      // Lua does not distinguish an empty list from an empty object.
      expect(Object.values(certificates)).toEqual(asBytes(facts.certificates));
      const parsedGrants = Object.entries(grants).map(([api, grant]) => ({
        ...grant,
        api,
        scopes: Object.values(grant.scopes),
      }));
      const byApi = (a: { api: string }, b: { api: string }) => (a.api < b.api ? -1 : 1);
      expect(parsedGrants.sort(byApi)).toEqual([...asBytes(facts.grants)].sort(byApi));
    });

    test.each([
      [{}, true],
      [{ start: '2026-10-01' }, true],
      [{ start: '2026-10-02' }, false],
      [{ end: '2026-10-02' }, true],
      [{ end: '2026-10-01' }, false],
      [{ start: '2026-09-30', end: '2026-10-02' }, true],
    ])('a grant with the dates %j is active on 2026-10-01: %s', async (grant, isActive) => {
      expect(await call('tags', 'is_active', grant as JsonObject, '2026-10-01')).toBe(isActive);
    });
  });
});

/** Strings as in Lua: one character per byte. */
function asBytes<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, inner) =>
    typeof inner === 'string' ? Buffer.from(inner).toString('latin1') : inner,
  );
}
