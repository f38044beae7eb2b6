import type { Detection, Kind, Position } from '../../model';
import { isMap, type Json, type JsonObject, type Path, pointer } from '../../model';
import { kindSchema, memberSchema, type PlacedSchema, resolved } from '../../model/schemas';
import { cover, namesSecret, opensNothing, PRIVATE_JWK_MEMBERS, type SecretSpan, secretsIn } from '../../model/secrets';
import { chooseBranch } from '../../model/validation/branch';
import type { Span } from '../yaml/lines';
import { Locator, type Marks } from '../yaml/marks';
import { commentedSecrets } from './comments';
import { isMisplacedName } from './misplaced-name';
import { type Positions, type SourceText, spanPosition } from './positions';

/** A value of a document that looks like a secret. */
export interface SecretValue {
  readonly what: string;
  readonly path: Path;
}

/** At most this many secrets of a document are reported. */
export const MAX_FOUND = 100;

/**
 * Finds secrets in the values of a document: by their format, by the names of their keys, and private members of keys. A field of
 * the kind's schema with the name of a secret, such as `policies.token`, contains none. If the kind or the map is wrong, a value may
 * belong to such a field; that mistake has its own finding.
 *
 * @param tokenPolicies names of the catalog's token policies, which are not secrets
 */
export function secretValues(
  root: Json,
  kind: Kind | undefined,
  tokenPolicies: ReadonlySet<string>,
): readonly SecretValue[] {
  const found: SecretValue[] = [];
  visit(root, [], { schema: kind && kindSchema(kind), isNamed: false, tokenPolicies, found });
  return found;
}

interface Search {
  /** The schema of the value; undefined if the kind has no such field. */
  readonly schema: PlacedSchema | undefined;
  /** Whether a key above the value is the name of a secret. */
  readonly isNamed: boolean;
  readonly tokenPolicies: ReadonlySet<string>;
  readonly found: SecretValue[];
}

function visit(value: Json, path: Path, search: Search): void {
  const { schema, isNamed, tokenPolicies, found } = search;
  if (typeof value === 'string') {
    const spans = secretsIn(value);
    if (spans.length > 0) found.push({ what: [...new Set(spans.map(({ what }) => what))].join(', '), path });
    else if (isNamed && value.trim() !== '' && !opensNothing(value)) {
      if (takesText(schema) || !isMisplacedName(path, value, tokenPolicies))
        found.push({ what: secretName(path), path });
    }
  } else if (typeof value === 'number') {
    if (isNamed) found.push({ what: secretName(path), path });
  } else if (Array.isArray(value)) {
    const items = schema && memberSchema(schema, 0);
    value.forEach((item: Json, index) => {
      visit(item, [...path, index], { ...search, schema: items });
    });
  } else if (isMap(value)) {
    const branch = schema && chooseBranch(schema, value);
    const own = branch && 'chosen' in branch ? resolved(branch.chosen) : undefined;
    for (const [key, item] of Object.entries(value)) {
      if ('kty' in value && PRIVATE_JWK_MEMBERS.includes(key)) {
        found.push({ what: 'private part of a key', path: [...path, key] });
        continue;
      }
      const member = own && memberSchema(own, key);
      const declared = own?.schema.properties && Object.hasOwn(own.schema.properties, key) ? member : undefined;
      const pair = declared ? undefined : pairName(value, key);
      if (pair !== undefined && typeof item === 'string' && item.trim() !== '' && !opensNothing(item)) {
        found.push({ what: `value of '${pair.slice(0, 60)}'`, path: [...path, key] });
        continue;
      }
      const secret = declared
        ? resolved(declared).schema.writeOnly === true && namesSecret(key)
        : isNamed || namesSecret(key);
      visit(item, [...path, key], { ...search, schema: member, isNamed: secret });
    }
  }
}

/** The name of a setting that is written as a pair, `{ name: DB_PASSWORD, value: … }`, if it is that of a secret. */
function pairName(map: JsonObject, key: string): string | undefined {
  if (key.toLowerCase() !== 'value') return undefined;
  return Object.entries(map)
    .filter(([other]) => /^(?:name|key)$/i.test(other))
    .map(([, name]) => name)
    .find((name): name is string => typeof name === 'string' && namesSecret(name));
}

/** Whether a schema may accept text. If it describes a map or a list, text belongs elsewhere. */
function takesText(schema: PlacedSchema | undefined): boolean {
  const type = schema && resolved(schema).schema.type;
  return schema !== undefined && type !== 'object' && type !== 'array';
}

function secretName(path: Path): string {
  return `value of '${String(path[namedAt(path)]).slice(0, 60)}'`;
}

/** Index in a path of the key that names a secret. A key below it may be part of the secret that was misread. */
function namedAt(path: Path): number {
  const index = path.findIndex((step) => typeof step === 'string' && namesSecret(step));
  return index === -1 ? path.findLastIndex((step) => typeof step === 'string') : index;
}

/**
 * Secrets of a document whose text has errors, without those that may result from an error: a value may be below a key with the name
 * of a secret only because its line was misread.
 */
export function certainSecrets(values: readonly SecretValue[]): readonly SecretValue[] {
  return values.filter(
    ({ what, path }) =>
      what !== secretName(path) || namedAt(path) === path.findLastIndex((step) => typeof step === 'string'),
  );
}

/** Secrets of a document as findings. */
export function secretFindings(values: readonly SecretValue[], positions: Positions): readonly Detection[] {
  return values.slice(0, MAX_FOUND).map(({ what, path }) => {
    const at = positions.at(path);
    const below = path.findIndex((step, index) => index > namedAt(path) && typeof step === 'string');
    const shownPath = below === -1 || what !== secretName(path) ? path : path.slice(0, below);
    return secretFinding(what, { ...at, path: pointer(shownPath) });
  });
}

/** Where the secrets of a document are in its text. */
export function secretSpans(values: readonly SecretValue[], root: Json, marks: Marks): readonly Span[] {
  const locator = new Locator(marks, root);
  return values.map(({ path }) => {
    const [start, end] = locator.at(path).value;
    return { start, end };
  });
}

/**
 * Secrets in a text that are not values of its documents: in comments, in keys, in text that is not YAML.
 *
 * @param text the file's text, with the secrets of values covered
 * @param found everything in it that has the format of a secret
 * @param isDocumentation whether the text documents an API and may show what a token looks like, but never a real key
 */
export function secretsOutsideValues(
  source: SourceText,
  text: string,
  found: readonly SecretSpan[],
  isDocumentation: boolean,
  tokenPolicies: ReadonlySet<string>,
): readonly Detection[] {
  const formed = found.filter(({ mayBeExample }) => !(isDocumentation && mayBeExample));
  const commented = isDocumentation ? [] : commentedSecrets(cover(text, formed), tokenPolicies);
  return [...formed, ...commented]
    .slice(0, MAX_FOUND)
    .map(({ what, start, end }) => secretFinding(what, spanPosition(source, start, end)));
}

/** A secret as a finding; `what` may name several, joined by commas. */
export function secretFinding(what: string, at: Position): Detection {
  return {
    code: 'secret-in-catalog',
    message: `${what.replace(/, ([^,]*)$/, ' and $1')} ${what.includes(', ') ? 'are' : 'is'} in the catalog, which must not contain secrets`,
    hint: 'remove the secret, treat it as leaked and replace it; if a secret is needed, write a reference to it: {vault://…}',
    at,
  };
}

/** A function that decides whether a path is that of one of some values, or to something inside one of them. */
export function insideAny(paths: readonly Path[]): (path: string) => boolean {
  const own = new Set(paths.map(pointer));
  return (path) => {
    for (let end = path.length; end >= 0; end = end === 0 ? -1 : path.lastIndexOf('/', end - 1))
      if (own.has(path.slice(0, end))) return true;
    return false;
  };
}
