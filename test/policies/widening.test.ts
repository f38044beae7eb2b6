import fc from 'fast-check';
import { attributePaths, type PluginSettings, targetOf, WIDENING_LISTS, type WideningList } from '../../policies';
import { maskingPlugins } from '../../policies/masking/masking';
import * as attributes from '../../policies/plugin-attributes';
import { API, NATIVE, OPERATIONS, OSS, PORTABLE } from './support/documents';
import { everyPlugin, policyDocuments } from './support/every-plugin';
import { PORTABLE_SCHEMAS } from './support/portable-schemas';

type Schema = { [key: string]: unknown };

/** The possible schemas of a setting, one for each variant of the config. */
function schemasAt(schema: Schema, [head, ...rest]: readonly string[]): readonly Schema[] {
  if (head === undefined) return [schema];
  const forms = [schema, ...((schema.oneOf ?? []) as Schema[])];
  return forms.flatMap(({ properties }) => {
    const inner = (properties as Record<string, Schema> | undefined)?.[head];
    return inner ? schemasAt(inner, rest) : [];
  });
}

const masking = maskingPlugins({
  policy: { kind: 'MaskingPolicy', name: 'm', title: 'M', rules: [{ path: '$.a', action: 'remove' }] },
  api: API,
  operations: OPERATIONS,
  environment: OSS,
});

const [documents] = fc.sample(policyDocuments, { numRuns: 1, seed: 1 });

/** Every plugin of one catalog, on open-source Kong and on Enterprise with native and portable plugins. */
const plugins: readonly PluginSettings[] = [
  ...masking,
  ...[OSS, NATIVE, PORTABLE].flatMap((environment) => (documents ? everyPlugin(documents, environment) : [])),
];

const at = (config: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], config);

const cases = WIDENING_LISTS.map((list) => [`${list.plugin} ${list.path}`, list] as const);

describe.each(cases)('the widening list %s', (_, list: WideningList) => {
  test('is a list in every config that contains it', () => {
    const values = plugins
      .filter(({ plugin }) => plugin === list.plugin)
      .map(({ config }) => at(config, list.path))
      .filter((value) => value !== undefined);
    expect(values).not.toEqual([]);
    for (const value of values) expect(value).toEqual(expect.any(Array));
  });

  test('is a list in the schema of the plugin, or an attribute that is always written', () => {
    const schema = PORTABLE_SCHEMAS.get(list.plugin) as Schema | undefined;
    if (schema) {
      const found = schemasAt(schema, list.path.split('.'));
      expect(found).not.toEqual([]);
      for (const one of found) expect(one.type).toBe('array');
      return;
    }
    const written = Object.values(attributes).find((one) => typeof one === 'object' && one.plugin === list.plugin);
    const gateway = targetOf(NATIVE)?.gateway;
    expect(written && gateway && attributePaths(written as attributes.PluginAttributes, gateway)).toContain(list.path);
  });

  test('has members with unique keys', () => {
    for (const { config } of plugins.filter(({ plugin }) => plugin === list.plugin)) {
      const members = (at(config, list.path) ?? []) as readonly unknown[];
      const keys = members.map((member) => (list.key === undefined ? JSON.stringify(member) : at(member, list.key)));
      expect(keys).not.toContain(undefined);
      expect(new Set(keys).size).toBe(members.length);
    }
  });
});

test('there are no duplicate widening lists', () => {
  const names = cases.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
});
