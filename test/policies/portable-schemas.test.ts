import Ajv2020 from 'ajv/dist/2020';
import { PORTABLE_PLUGINS, PORTABLE_SCHEMAS, problemsOfPortable } from './support/portable-schemas';

type Schema = { [key: string]: unknown } & { properties?: Record<string, Schema> };

/** Every schema in a schema, with its place. */
function* parts(schema: Schema, place: string): Generator<readonly [place: string, part: Schema]> {
  yield [place, schema];
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* parts(inner, `${place}.${name}`);
  for (const [name, inner] of Object.entries((schema.$defs ?? {}) as Record<string, Schema>)) {
    yield* parts(inner, `${place}#${name}`);
  }
  if (schema.items) yield* parts(schema.items as Schema, `${place}[]`);
  for (const [index, inner] of ((schema.oneOf ?? []) as Schema[]).entries()) yield* parts(inner, `${place}|${index}`);
}

const all = [...PORTABLE_SCHEMAS].flatMap(([name, schema]) => [...parts(schema as Schema, name)]);

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

describe('every part of the schemas', () => {
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

  test('demands every field but secrets that need not be there', () => {
    expect(optional).toEqual([
      'partner-tier-limit#redis.username',
      'partner-tier-limit#redis.password',
      'partner-consent.live|1.otherwise|1.authorization',
      'partner-consent.live|2.authorization',
    ]);
  });

  test('gives the unit of every number that has one in its name', () => {
    const numbers = all.filter(([, part]) => part.type === 'integer').map(([place]) => place.split('.').at(-1));
    const plain = ['limit', 'port', 'database', 'keep', 'timeout'];
    for (const name of numbers) {
      if (!plain.includes(name ?? '')) expect(name).toMatch(/_(s|ms|bytes)$/);
    }
  });

  const example = (plugin: string) =>
    structuredClone(((PORTABLE_SCHEMAS.get(plugin) as Schema).examples as { [key: string]: never }[])[0]) as never;

  const refused: readonly [what: string, plugin: string, change: (config: never) => void][] = [
    ['a setting that is unknown', 'partner-consent', (config: { x?: 1 }) => Object.assign(config, { x: 1 })],
    ['a setting that is missing', 'partner-consent', (config: { rights?: string }) => delete config.rights],
    ['a symmetric algorithm', 'partner-token', (config: { algorithms: string[] }) => config.algorithms.push('HS256')],
    ['no algorithm', 'partner-token', (config: { algorithms: string[] }) => config.algorithms.pop()],
    ['a mode of the other kind', 'partner-token', (config: { mode: string }) => Object.assign(config, { mode: 'idp' })],
    [
      'a secret in plain words',
      'partner-consent',
      (config: { subject_hash: object }) => Object.assign(config, { subject_hash: { mode: 'keyed', key: 's3cret' } }),
    ],
    [
      'a Redis password in plain words',
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
      'a limit of nothing',
      'partner-tier-limit',
      (config: { tiers: { windows: { limit: number }[] }[] }) =>
        Object.assign(config.tiers[0]?.windows[0] ?? {}, { limit: 0 }),
    ],
    [
      'an id that is no UUID',
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
      'a path of another language',
      'partner-masking',
      (config: { rules: { path: string }[] }) => Object.assign(config.rules[0] ?? {}, { path: '$..area' }),
    ],
    [
      'shortening without a length',
      'partner-masking',
      (config: { rules: { action: string }[] }) => Object.assign(config.rules[0] ?? {}, { action: 'truncate' }),
    ],
  ];

  test.each(refused)('refuses %s', (_, plugin, change) => {
    const config = example(plugin);
    change(config);
    expect(problemsOfPortable({ plugin, config })).not.toEqual([]);
  });
});
