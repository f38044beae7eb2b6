import type { Detection, Kind } from '../../model';
import { isMap, type Json, type JsonObject, type Path, pointer } from '../../model';
import { kindSchema, memberSchema, type PlacedSchema, resolved } from '../../model/schemas';
import { cover, namesSecret, opensNothing, PRIVATE_JWK_MEMBERS, type SecretSpan, secretsIn } from '../../model/secrets';
import { chooseBranch } from '../../model/validation/branch';
import { Locator, type Marks } from '../yaml/marks';
import { commentedSecrets } from './comments';
import { isMisplacedName } from './misplaced-name';
import { type Places, type SourceText, spanPosition } from './places';

/** A value of a document that looks like a secret. */
export interface SecretValue {
  readonly what: string;
  readonly path: Path;
}

/** A document full of secrets is not listed to its end. */
export const MAX_FOUND = 100;

/**
 * Looks for secrets in the values of a document: by their form, by the name of their key, and private members of keys. A field
 * that the kind's schema knows under a secret's name, such as `policies.token`, holds what its schema says and no secret; and
 * where the kind or the place is wrong, it may be that field (that has a finding of its own).
 *
 * @param tokenPolicies names of the catalog's token policies, which no secret has
 */
export function secretValues(
  root: Json,
  kind: Kind | undefined,
  tokenPolicies: ReadonlySet<string>,
): readonly SecretValue[] {
  const found: SecretValue[] = [];
  visit(root, [], { schema: kind && kindSchema(kind), named: false, tokenPolicies, found });
  return found;
}

interface Search {
  /** What the kind's schema says of the value; undefined where it knows no such place. */
  readonly schema: PlacedSchema | undefined;
  /** Whether a key above the value says that it is a secret. */
  readonly named: boolean;
  readonly tokenPolicies: ReadonlySet<string>;
  readonly found: SecretValue[];
}

function visit(value: Json, path: Path, search: Search): void {
  const { schema, named, tokenPolicies, found } = search;
  if (found.length >= MAX_FOUND) return;
  if (typeof value === 'string') {
    const spans = secretsIn(value);
    if (spans.length > 0) found.push({ what: [...new Set(spans.map(({ what }) => what))].join(', '), path });
    else if (named && value.trim() !== '' && !opensNothing(value)) {
      if (takesText(schema) || !isMisplacedName(path, value, tokenPolicies))
        found.push({ what: secretName(path), path });
    }
  } else if (typeof value === 'number') {
    if (named) found.push({ what: secretName(path), path });
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
        : named || namesSecret(key);
      visit(item, [...path, key], { ...search, schema: member, named: secret });
    }
  }
}

/** The name of a setting that is written as a pair, `{ name: DB_PASSWORD, value: … }`, where it is that of a secret. */
function pairName(map: JsonObject, key: string): string | undefined {
  if (key.toLowerCase() !== 'value') return undefined;
  return Object.entries(map)
    .filter(([other]) => /^(?:name|key)$/i.test(other))
    .map(([, name]) => name)
    .find((name): name is string => typeof name === 'string' && namesSecret(name));
}

/** Whether a schema may take a text; one of a map or a list takes none, so that a text there belongs elsewhere. */
function takesText(schema: PlacedSchema | undefined): boolean {
  const type = schema && resolved(schema).schema.type;
  return schema !== undefined && type !== 'object' && type !== 'array';
}

function secretName(path: Path): string {
  return `value of '${String(path[namedAt(path)]).slice(0, 60)}'`;
}

/** Where in a path the key stands that names a secret: what comes below it may be a part of the secret that was read as a key. */
function namedAt(path: Path): number {
  const named = path.findIndex((step) => typeof step === 'string' && namesSecret(step));
  return named === -1 ? path.findLastIndex((step) => typeof step === 'string') : named;
}

/**
 * Secrets of a document whose text is broken, as far as the mistake did not make them: a key above may be one only because the
 * lines that follow were read as what is below it.
 */
export function untornSecrets(values: readonly SecretValue[]): readonly SecretValue[] {
  return values.filter(
    ({ what, path }) =>
      what !== secretName(path) || namedAt(path) === path.findLastIndex((step) => typeof step === 'string'),
  );
}

/** Secrets of a document as findings. */
export function secretFindings(values: readonly SecretValue[], places: Places): readonly Detection[] {
  return values.map(({ what, path }) => {
    const at = places.at(path);
    const below = path.findIndex((step, index) => index > namedAt(path) && typeof step === 'string');
    const told = below === -1 || what !== secretName(path) ? path : path.slice(0, below);
    return secretFinding(what, { ...at, path: pointer(told) });
  });
}

/** Where the secrets of a document stand in its text. */
export function secretSpans(values: readonly SecretValue[], root: Json, marks: Marks): readonly Span[] {
  const locator = new Locator(marks, root);
  return values.map(({ path }) => {
    const [start, end] = locator.at(path).value;
    return { start, end };
  });
}

/** A part of a text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Secrets in a text beside those that its documents' values hold: in comments, in keys, in what is not YAML.
 *
 * @param text the file's text, where the values' secrets are covered
 * @param found everything in it that has the form of a secret
 * @param isDocumentation whether the text documents an API, and may show what a token looks like; a key that opens something is a
 *   leak there as well
 */
export function secretsBeside(
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
export function secretFinding(what: string, at: Detection['at']): Detection {
  return {
    code: 'secret-in-catalog',
    message: `${what.replace(/, ([^,]*)$/, ' and $1')} ${what.includes(', ') ? 'are' : 'is'} in the catalog; nothing secret is allowed in it`,
    hint: 'take it out, treat it as leaked and replace it; where a secret is needed, write where it is kept: {vault://…}',
    at,
  };
}

/** Whether a finding is about one of some values or something inside it. */
export function isAbout(paths: readonly Path[], path: string): boolean {
  return paths.some((one) => {
    const own = pointer(one);
    return path === own || path.startsWith(`${own}/`);
  });
}
