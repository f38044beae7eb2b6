import {
  type Complete,
  type ConsentPolicy,
  defaultsOf,
  type Environment,
  type Json,
  KINDS,
  type MtlsPolicy,
  withDefaults,
} from '../../../../core/model';
import {
  branchesOf,
  KIND_SCHEMAS,
  kindSchema,
  memberSchema,
  type PlacedSchema,
  resolved,
} from '../../../../core/model/schemas';

/** A default of a schema. */
interface Default {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** A document that has all the maps around the field, and in the field what is given. */
  readonly document: (written?: Json) => object;
}

/** Every default below a schema, found without what fills them in. */
function defaultsBelow(
  place: PlacedSchema,
  around: (inner: Json) => Json = (inner) => inner,
  path: Default['path'] = [],
): readonly Default[] {
  return branchesOf(place).flatMap((branch) => {
    const { schema } = resolved(branch);
    const fields = Object.keys(schema.properties ?? {});
    const fixed = Object.fromEntries(
      fields.flatMap((field) => {
        const value = memberSchema(branch, field)?.schema.const;
        return value === undefined ? [] : [[field, value as Json]];
      }),
    );
    const free = typeof schema.additionalProperties === 'object' ? ['free'] : [];
    const inMap = [...fields, ...free].flatMap((field) => {
      const member = memberSchema(branch, field) as PlacedSchema;
      const map = (inner?: Json) => around({ ...fixed, ...(inner !== undefined && { [field]: inner }) });
      const at = [...path, field];
      const { default: value } = resolved(member).schema;
      return [
        ...(value === undefined ? [] : [{ path: at, value, document: map as Default['document'] }]),
        ...defaultsBelow(member, map, at),
      ];
    });
    const item = schema.items && memberSchema(branch, 0);
    return [...inMap, ...(item ? defaultsBelow(item, (inner) => around([inner]), [...path, 0]) : [])];
  });
}

const DEFAULTS = KINDS.flatMap((kind) =>
  defaultsBelow(kindSchema(kind)).map((found) => [kind, found.path.join('.'), found] as const),
);

function valueAt(document: object, path: Default['path']): unknown {
  return path.reduce<unknown>((value, step) => (value as Readonly<Record<string | number, unknown>>)[step], document);
}

describe('a document with its defaults', () => {
  test('has one for every default that is in a schema', () => {
    const written = JSON.stringify(Object.values(KIND_SCHEMAS)).match(/"default":/g) ?? [];
    expect(written.length).toBeGreaterThan(30);
    // Those of shared definitions come on top, once for each kind that uses them.
    expect(DEFAULTS.length).toBeGreaterThanOrEqual(written.length);
  });

  test.each(DEFAULTS)(
    'has the default of %s %s where the field is not written',
    (kind, _, { path, value, document }) => {
      expect(valueAt(withDefaults(kind, document() as never), path)).toEqual(value);
    },
  );

  test.each([
    ['TokenPolicy clockSkew', '30 seconds'],
    ['TokenPolicy algorithms', ['ES256', 'PS256', 'RS256']],
    ['Environment gateway.plugins', 'portable'],
    ['Environment counters.port', 6379],
    ['Environment backend.lock', true],
    ['Api upstreams.free.timeouts.read', '60 seconds'],
    ['Api upstreams.free.retries', 0],
    ['Api routes.0.exposed', true],
    ['ConsentPolicy live.failure', 'closed'],
  ])('gives %s the value on which catalogs rely', (name, value) => {
    const found = DEFAULTS.find(([kind, path]) => `${kind} ${path}` === name);
    expect(found?.[2].value).toEqual(value);
  });

  test.each(DEFAULTS)('keeps what is written in %s %s', (kind, _, { path, document }) => {
    const written = ['something else'];
    expect(valueAt(withDefaults(kind, document(written) as never), path)).toEqual(written);
  });

  test.each(DEFAULTS.filter(([, , { value }]) => typeof value === 'object' && !Array.isArray(value)))(
    'has as the default of %s %s what an empty map comes to',
    (kind, _, { path, document, value }) => {
      expect(valueAt(withDefaults(kind, document({}) as never), path)).toEqual(value);
    },
  );

  const policy: ConsentPolicy = {
    kind: 'ConsentPolicy',
    name: 'consent',
    title: 'Consent',
    purposes: [],
    userContext: 'any',
  };

  test('has nothing of a map that is not written', () => {
    expect(withDefaults('ConsentPolicy', policy)).toEqual(policy);
  });

  test('takes a field that is undefined for one that is not written', () => {
    const mtls: object = {
      kind: 'MtlsPolicy',
      name: 'mtls',
      title: 'mTLS',
      registered: undefined,
      clientCas: undefined,
    };
    expect(withDefaults('MtlsPolicy', mtls as MtlsPolicy)).toEqual({
      kind: 'MtlsPolicy',
      name: 'mtls',
      title: 'mTLS',
      registered: 'thumbprint',
      boundTokens: 'when-present',
    });
  });

  test('takes the defaults of the alternative that is written, and no others', () => {
    const countersOf = (counters: Environment['counters']) => withDefaults('Environment', { counters }).counters;
    expect(countersOf({ store: 'local' })).toEqual({ store: 'local' });
    expect(countersOf({ store: 'redis', host: 'redis.internal', port: 1 })).toEqual({
      store: 'redis',
      host: 'redis.internal',
      port: 1,
      database: 0,
      tls: true,
      timeout: '200 ms',
    });
  });

  test('is frozen, and leaves the document as it was', () => {
    const upstreams = { sandbox: { url: 'https://x.internal', capacity: { second: 1 } } };
    const complete = withDefaults('Api', { upstreams });
    expect(Object.isFrozen(complete.upstreams.sandbox?.timeouts)).toBe(true);
    expect(Object.isFrozen(complete.upstreams.sandbox?.capacity)).toBe(true);
    expect(upstreams).toEqual({ sandbox: { url: 'https://x.internal', capacity: { second: 1 } } });
    expect(Object.isFrozen(upstreams.sandbox.capacity)).toBe(false);
  });

  test('is made once of a frozen document, and is complete itself', () => {
    const frozen = Object.freeze({ ...policy, live: Object.freeze({ source: 'operator', urls: Object.freeze({}) }) });
    const complete: Complete<'ConsentPolicy'> = withDefaults('ConsentPolicy', frozen as ConsentPolicy);
    expect(complete.live?.timeout).toBe('1 seconds');
    expect(withDefaults('ConsentPolicy', frozen as ConsentPolicy)).toBe(complete);
    expect(withDefaults('ConsentPolicy', complete)).toBe(complete);
  });

  test('is made anew of a document that may have been changed', () => {
    const changing: { failure?: 'open' | 'closed' } = {};
    expect(withDefaults('RateLimitPolicy', changing).failure).toBe('closed');
    changing.failure = 'open';
    expect(withDefaults('RateLimitPolicy', changing).failure).toBe('open');
  });
});

test('without a document the defaults of its fields hold', () => {
  expect(defaultsOf('ErrorPolicy')).toEqual({ correlator: 'x-correlator', upstreamErrors: 'pass' });
  expect(defaultsOf('Api')).toEqual({});
  expect(defaultsOf('Team')).toEqual({});
  const correlator: string = defaultsOf('ErrorPolicy').correlator;
  expect(defaultsOf('ErrorPolicy').correlator).toBe(correlator);
});
