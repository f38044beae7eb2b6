import Ajv2020 from 'ajv/dist/2020';
import { PORTABLE_PLUGINS, PORTABLE_SCHEMAS, problemsOfPortable } from './support/portable-schemas';

type Schema = { [key: string]: unknown } & { properties?: Record<string, Schema> };

/** A schema and all its subschemas, with their paths. */
function* subschemas(schema: Schema, path: string): Generator<readonly [path: string, schema: Schema]> {
  yield [path, schema];
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* subschemas(inner, `${path}.${name}`);
  for (const [name, inner] of Object.entries((schema.$defs ?? {}) as Record<string, Schema>)) {
    yield* subschemas(inner, `${path}#${name}`);
  }
  if (schema.items) yield* subschemas(schema.items as Schema, `${path}[]`);
  for (const [index, inner] of ((schema.oneOf ?? []) as Schema[]).entries())
    yield* subschemas(inner, `${path}|${index}`);
}

const all = [...PORTABLE_SCHEMAS].flatMap(([name, schema]) => [...subschemas(schema as Schema, name)]);

describe.each(PORTABLE_PLUGINS)('the config schema of %s', (plugin) => {
  const schema = PORTABLE_SCHEMAS.get(plugin) as Schema;

  test('is a 2020-12 schema with its own name', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toBe(`https://gatewright.dev/schemas/plugins/${plugin}.schema.json`);
    expect(new Ajv2020({ strict: true }).validateSchema(schema)).toBe(true);
  });

  test('has examples that it accepts', () => {
    const examples = (schema.examples ?? []) as { [key: string]: never }[];
    expect(examples).not.toEqual([]);
    for (const config of examples) expect(problemsOfPortable({ plugin, config })).toEqual([]);
  });
});

describe('every subschema', () => {
  test.each(all.filter(([, part]) => part.$ref === undefined))('%s has a description and an example', (_, part) => {
    expect(part.description).toMatch(/^[A-Z].*\.$/s);
    expect(part.examples).toHaveLength(1);
  });

  test.each(all.filter(([, part]) => part.properties))('%s is closed', (_, part) => {
    expect(part.additionalProperties).toBe(false);
  });

  const optional = all
    .filter(([, part]) => part.properties)
    .flatMap(([place, part]) =>
      Object.keys(part.properties ?? {})
        .filter((name) => !(part.required as string[]).includes(name))
        .map((name) => `${place}.${name}`),
    );

  test('requires every field except for optional secrets', () => {
    expect(optional).toEqual([
      'partner-tier-limit#redis.username',
      'partner-tier-limit#redis.password',
      'partner-consent.live|1.otherwise|1.authorization',
      'partner-consent.live|2.authorization',
    ]);
  });

  test('has the unit of a number in its name', () => {
    const numbers = all.filter(([, part]) => part.type === 'integer').map(([place]) => place.split('.').at(-1));
    const plain = ['limit', 'port', 'database', 'keep', 'timeout'];
    for (const name of numbers) {
      if (!plain.includes(name ?? '')) expect(name).toMatch(/_(s|ms|bytes)$/);
    }
  });

  const example = (plugin: string) =>
    structuredClone(((PORTABLE_SCHEMAS.get(plugin) as Schema).examples as { [key: string]: never }[])[0]) as never;

  const rejected: readonly [what: string, plugin: string, change: (config: never) => void][] = [
    ['an unknown setting', 'partner-consent', (config: { x?: 1 }) => Object.assign(config, { x: 1 })],
    ['a missing setting', 'partner-consent', (config: { rights?: string }) => delete config.rights],
    ['a symmetric algorithm', 'partner-token', (config: { algorithms: string[] }) => config.algorithms.push('HS256')],
    ['no algorithm', 'partner-token', (config: { algorithms: string[] }) => config.algorithms.pop()],
    ['settings of another mode', 'partner-token', (config: { mode: string }) => Object.assign(config, { mode: 'idp' })],
    [
      'a secret in plain text',
      'partner-consent',
      (config: { subject_hash: object }) => Object.assign(config, { subject_hash: { mode: 'keyed', key: 's3cret' } }),
    ],
    [
      'a Redis password in plain text',
      'partner-tier-limit',
      (config: { counters: object }) =>
        Object.assign(config, {
          counters: {
            store: 'redis',
            redis: {
              host: 'redis',
              port: 6379,
              database: 0,
              password: 's3cret',
              ssl: true,
              ssl_verify: true,
              server_name: 'redis',
              timeout: 100,
            },
          },
        }),
    ],
    [
      'a limit of 0',
      'partner-tier-limit',
      (config: { tiers: { windows: { limit: number }[] }[] }) =>
        Object.assign(config.tiers[0]?.windows[0] ?? {}, { limit: 0 }),
    ],
    [
      'an id that is not a UUID',
      'partner-mtls',
      (config: { ca_certificates: string[] }) => Object.assign(config, { ca_certificates: ['partner-ca'] }),
    ],
    ['no CA', 'partner-mtls', (config: { ca_certificates: string[] }) => config.ca_certificates.pop()],
    [
      'a header with a line break',
      'partner-errors',
      (config: { response_headers: { value: string }[] }) =>
        Object.assign(config.response_headers[0] ?? {}, { value: 'a\r\nSet-Cookie: b' }),
    ],
    ['a window without a code', 'partner-errors', (config: { window_codes: unknown[] }) => config.window_codes.pop()],
    [
      'a path with unsupported syntax',
      'partner-masking',
      (config: { rules: { path: string }[] }) => Object.assign(config.rules[0] ?? {}, { path: '$..area' }),
    ],
    [
      'truncation without a length',
      'partner-masking',
      (config: { rules: { action: string }[] }) => Object.assign(config.rules[0] ?? {}, { action: 'truncate' }),
    ],
  ];

  test.each(rejected)('rejects %s', (_, plugin, change) => {
    const config = example(plugin);
    change(config);
    expect(problemsOfPortable({ plugin, config })).not.toEqual([]);
  });
});
