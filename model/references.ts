import type { Frozen, Kind } from './kinds';
import type { Path } from './position';

/** A place in a document that names another document. */
export interface Reference {
  /** The kind of the document that is named. */
  readonly to: Kind;
  readonly name: string;
  readonly path: Path;
  /** Whether the name is a value, or the key of a map. */
  readonly part: 'value' | 'key';
}

/**
 * Every field of every kind that names a document, as a path: `*` stands for each item of a list or each value of a map, `{}` at
 * the end for each key of a map. What names a part of a document (an operation, a scope, a client CA) is not among them.
 */
export const REFERENCES: Readonly<Record<Kind, readonly (readonly [pattern: string, to: Kind])[]>> = {
  Api: [
    ['owner', 'Team'],
    ['deprecation/successor', 'Api'],
    ['visibility/partners/*', 'Partner'],
    ['tiers/*', 'Tier'],
    ['upstreams/{}', 'Environment'],
    ['policies/token', 'TokenPolicy'],
    ['policies/rateLimit', 'RateLimitPolicy'],
    ['policies/mtls', 'MtlsPolicy'],
    ['policies/consent', 'ConsentPolicy'],
    ['policies/masking', 'MaskingPolicy'],
    ['policies/audit', 'AuditPolicy'],
    ['policies/metrics', 'MetricsPolicy'],
    ['policies/errors', 'ErrorPolicy'],
  ],
  Tier: [['overrides/*/api', 'Api']],
  Partner: [
    ['owner', 'Team'],
    ['reseller', 'Partner'],
  ],
  Application: [
    ['partner', 'Partner'],
    ['credentials/{}', 'Environment'],
    ['subscriptions/*/api', 'Api'],
    ['subscriptions/*/tier', 'Tier'],
    ['subscriptions/*/environments/*', 'Environment'],
  ],
  Environment: [],
  Team: [],
  TokenPolicy: [['environments/{}', 'Environment']],
  RateLimitPolicy: [],
  MtlsPolicy: [],
  ConsentPolicy: [['live/urls/{}', 'Environment']],
  MaskingPolicy: [['rules/*/tiers/*', 'Tier']],
  AuditPolicy: [],
  MetricsPolicy: [],
  ErrorPolicy: [],
};

/** Every reference that a document makes to another, in the order of `REFERENCES`. */
export function* referencesOf(kind: Kind, document: Frozen<object>): Iterable<Reference> {
  for (const [pattern, to] of PATTERNS[kind]) yield* walk(document, pattern, 0, [], to);
}

const PATTERNS = Object.fromEntries(
  Object.entries(REFERENCES).map(([kind, references]) => [
    kind,
    references.map(([pattern, to]) => [pattern.split('/'), to] as const),
  ]),
) as unknown as Readonly<Record<Kind, readonly (readonly [pattern: readonly string[], to: Kind])[]>>;

function* walk(value: unknown, pattern: readonly string[], depth: number, path: Path, to: Kind): Iterable<Reference> {
  const step = pattern[depth];
  if (step === undefined) {
    if (typeof value === 'string') yield { to, name: value, path, part: 'value' };
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (step === '{}') {
    for (const key of Object.keys(value)) yield { to, name: key, path: [...path, key], part: 'key' };
  } else if (step === '*') {
    const items = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [key, item] of items) yield* walk(item, pattern, depth + 1, [...path, key], to);
  } else if (Object.hasOwn(value, step)) {
    yield* walk((value as Record<string, unknown>)[step], pattern, depth + 1, [...path, step], to);
  }
}
