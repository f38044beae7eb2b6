import { isMap, nearest } from '../../model';
import { shown } from '../../model/messages/shown';
import type { Report } from './findings';
import { type Located, membersOf } from './located';

/** The methods that have a key of their own in a path item; `query` since OpenAPI 3.2. */
export const METHOD_KEYS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;

/** The keys of a path item in OpenAPI 3.0, 3.1 and 3.2. */
export const PATH_ITEM_KEYS: readonly string[] = [
  '$ref',
  'summary',
  'description',
  'servers',
  'parameters',
  'additionalOperations',
  ...METHOD_KEYS,
];

/** The keys of an operation in OpenAPI 3.0, 3.1 and 3.2. */
export const OPERATION_KEYS: readonly string[] = [
  'tags',
  'summary',
  'description',
  'externalDocs',
  'operationId',
  'parameters',
  'requestBody',
  'responses',
  'callbacks',
  'deprecated',
  'security',
  'servers',
];

/** The keys of a whole definition in OpenAPI 3.0, 3.1 and 3.2. */
export const ROOT_KEYS: readonly string[] = [
  'openapi',
  '$self',
  'info',
  'jsonSchemaDialect',
  'servers',
  'paths',
  'webhooks',
  'components',
  'security',
  'tags',
  'externalDocs',
];

/** An unknown key with one of these words may be meant to protect something. */
const PROTECTION = /secur|auth|scope|permission|privilege|role|protect/i;

/** Keys that would merge other maps into one, which OpenAPI does not support: these may contain `security`. */
const COMPOSITION = /^(<<|\$.*|allOf|anyOf|oneOf|extends|is|merge|mixins?|traits)$/i;

/** Keys of OpenAPI are ASCII; a letter of another alphabet may look the same. */
const LOOKALIKE = /[^\x20-\x7e]/;

/**
 * Reports keys of a map that OpenAPI does not define there. It is an error where the key may have been meant as one that decides
 * what a call needs: it resembles a known key, its name speaks of security or of merging, or it holds a map where operations are
 * maps.
 *
 * @param what the map in words: `a path item`
 */
export function reportUnknownKeys(
  report: Report,
  map: Located,
  known: readonly string[],
  what: string,
  mapsDecide = false,
): void {
  for (const [key, member] of membersOf(map)) {
    if (known.includes(key) || key.startsWith('x-')) continue;
    const near = nearest(key, known);
    const decides = near !== undefined || mayDecide(key) || (mapsDecide && isMap(member.value));
    report({
      message: `${shown(key)} is not a key of ${what} in OpenAPI`,
      hint: hintFor(key, near, what),
      at: member,
      part: 'key',
      ...(!decides && { code: 'unknown-openapi-key' }),
    });
  }
}

function mayDecide(key: string): boolean {
  return PROTECTION.test(key) || COMPOSITION.test(key) || LOOKALIKE.test(key);
}

function hintFor(key: string, near: string | undefined, what: string): string {
  if (key === '$ref') return 'write the operation here; `$ref` can replace only a whole path item';
  if (key === 'security') return 'write `security` in each operation, or once for the whole file';
  if (near !== undefined) return `did you mean '${near}'?`;
  if (COMPOSITION.test(key)) return `write the keys out; OpenAPI does not merge other maps into ${what}`;
  if (LOOKALIKE.test(key)) return 'keys of OpenAPI are ASCII; a letter of another alphabet may look the same';
  return `remove it, or begin its name with 'x-' if it is an extension of ${what}`;
}
