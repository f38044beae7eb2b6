import type { Json, JsonObject } from '../json';
import type { Path } from '../position';
import type { JsonSchema } from '../schemas';
import { cut, flow, shown } from '../wording/shown';
import { didYouMean, listOf, nearest } from '../wording/suggest';
import type { Branch } from './branch';
import { headerProblem } from './header-name';
import { gluedField, meantField, openFields } from './misspelt';
import { redirectUriProblem } from './redirect-uri';
import { subjectProblem } from './subject-form';
import { thumbprintProblem } from './thumbprint-form';
import type { SchemaError } from './validator';
import type { Subject, Violation } from './violation';
import { addressProblem, type FormProblem } from './web-address';

/** One finding of the validator, with what is needed to word it. */
export interface Finding {
  readonly subject: Subject;
  readonly error: SchemaError;
  /** Where the error is, from the top of the document. */
  readonly path: Path;
  /** The schema of the value at the path: closer to the reader than the definition that the error comes from. */
  readonly near: JsonSchema;
  /** Missing fields by JSON pointer of the map that lacks them. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
  /** Whether the map around the value has to have it. */
  readonly isRequired: () => boolean;
}

/** A finding in our words; none for findings that only say that another one exists. */
export function wordError(finding: Finding): readonly Violation[] {
  const { error, path } = finding;
  if (error.propertyName !== undefined) return [wrongKey(error, path, error.propertyName)];
  if (error.keyword === 'required') return missingField(finding);
  const wording = WORDS[error.keyword];
  return wording ? [wording(finding)] : [];
}

/** A key that a map with free keys does not allow. */
function wrongKey({ keyword, params }: SchemaError, path: Path, key: string): Violation {
  const place = { path: [...path, key], part: 'key' } as const;
  const subject = `key '${cut(key)}' of ${name(path)}`;
  if (keyword === 'maxLength') {
    const message = `${subject} has ${key.length} characters; at most ${params.limit} are allowed`;
    return { code: 'too-long', message, hint: 'shorten it', ...place };
  }
  const message = `${subject} is no name; names are lower-case words joined by single hyphens`;
  return { code: 'malformed-value', message, hint: `write it like 'sandbox'`, ...place };
}

/** No alternative could be chosen: what tells them apart is missing or wrong. */
export function wordBranch(branch: Exclude<Branch, { chosen: unknown }>, value: Json, path: Path): Violation {
  if ('types' in branch) return wrongType({ path, value, types: branch.types, near: branch.near, source: flow(value) });
  const misspelt = misspeltBranchField(branch, value as JsonObject, path);
  if (misspelt) return misspelt;
  if ('oneOfFields' in branch) {
    const fields = branch.oneOfFields.map((field) => `'${field}'`).join(' or ');
    return {
      code: 'missing-field',
      message: `${name(path)} lacks ${fields}`,
      hint: 'add one of them',
      path,
      part: 'value',
    };
  }
  const found = (value as Readonly<Record<string, Json>>)[branch.field];
  const allowed = branch.allowed.join(', ');
  if (found === undefined) {
    const message = `${name(path)} lacks the field '${branch.field}'; allowed are: ${allowed}`;
    return { code: 'missing-field', message, hint: `add '${branch.field}: ${branch.allowed[0]}'`, path, part: 'value' };
  }
  return notAllowed([...path, branch.field], found, branch.allowed);
}

/** A field that would tell alternatives apart if it were spelled correctly. */
function misspeltBranchField(
  branch: Exclude<Branch, { chosen: unknown } | { types: unknown }>,
  value: JsonObject,
  path: Path,
): Violation | undefined {
  const wanted = 'field' in branch ? [branch.field] : branch.oneOfFields;
  if (wanted.some((field) => Object.hasOwn(value, field))) return undefined;
  const field = Object.keys(value).find((key) => meantField(key, wanted) !== undefined);
  if (field === undefined) return undefined;
  const message = `field '${cut(field)}' is not known in ${name(path)}`;
  const hint = unknownFieldHint(field, wanted, true);
  return { code: 'unknown-field', message, hint, path: [...path, field], part: 'key' };
}

type Wording = (finding: Finding) => Violation;

const WORDS: Readonly<Record<string, Wording>> = {
  additionalProperties: unknownField,
  type: ({ subject, error, path, near }) =>
    wrongType({
      path,
      value: error.data as Json,
      types: [error.schema as string].flat(),
      near,
      source: subject.sourceOf(path),
    }),
  enum: ({ error, path }) => notAllowed(path, error.data as Json, (error.schema as readonly Json[]).map(String)),
  const: ({ error, path }) => notAllowed(path, error.data as Json, [String(error.schema)]),
  pattern: malformed,
  format: malformed,
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  exclusiveMaximum: outOfRange,
  maxLength: ({ error, path }) => tooLong(path, `${(error.data as string).length} characters`, error.params.limit),
  maxItems: ({ error, path }) => tooLong(path, `${(error.data as Json[]).length} items`, error.params.limit),
  maxProperties: ({ error, path }) =>
    tooLong(path, `${Object.keys(error.data as object).length} entries`, error.params.limit),
  minLength: tooShort,
  minItems: tooShort,
  minProperties: tooShort,
  uniqueItems: duplicateItem,
};

function unknownField({ error, path, subject }: Finding): Violation {
  const field = String(error.params.additionalProperty);
  const fields = openFields(error);
  const where = path.length === 0 ? subject.kind : name(path);
  const hasValue = (error.data as JsonObject)[field] !== null;
  return {
    code: 'unknown-field',
    message: `field '${cut(field)}' is not known in ${where}${hasValue ? '' : ', and has no value'}`,
    hint: unknownFieldHint(field, fields, hasValue),
    path: [...path, field],
    part: 'key',
  };
}

/** What an unknown field was meant to be. */
function unknownFieldHint(field: string, fields: readonly string[], hasValue: boolean): string {
  const glued = gluedField(field, fields);
  if (glued !== undefined) return `write '${glued}: …', with a colon and a space`;
  const listed = didYouMean(field, fields, 'fields that can be added');
  const isPiece = !hasValue && nearest(field, fields) === undefined;
  return isPiece ? `put the value before it in quotes if the comma is part of it; ${listed}` : listed;
}

function missingField({ error, path, subject, missing }: Finding): readonly Violation[] {
  const fields = missing.get(error.instancePath) ?? [];
  if (fields.length === 0) return [];
  const { properties } = error.parentSchema as JsonSchema;
  const examples = fields.map((field) => `${field}: ${flow(properties?.[field]?.examples?.[0])}`);
  const where = path.length === 0 ? subject.kind : name(path);
  const plural = fields.length === 1 ? 'field' : 'fields';
  const named = fields.map((field) => `'${field}'`).join(', ');
  const message = `${where} lacks the ${plural} ${named}`;
  return [{ code: 'missing-field', message, hint: `add for example ${examples.join(', ')}`, path, part: 'value' }];
}

interface WrongType {
  readonly path: Path;
  readonly value: Json;
  readonly types: readonly string[];
  readonly near: JsonSchema;
  /** How the value is written. */
  readonly source: string;
}

function wrongType({ path, value, types, near, source }: WrongType): Violation {
  const wanted = near.enum
    ? listOf(near.enum.map(String), 'allowed values')
    : `allowed is ${types.map((type) => TYPES[type]).join(' or ')}`;
  const hint = typeHint(value, types, near, source);
  const message = `${name(path)} ${found(value, near, source)}; ${wanted}`;
  return { code: 'wrong-type', message, ...(hint && { hint }), path, part: 'value' };
}

function found(value: Json, near: JsonSchema, source: string): string {
  if (value === null) return 'has no value';
  if (Array.isArray(value)) return 'is a list';
  if (typeof value === 'object') return 'is a map';
  if (near.writeOnly) return `is a ${typeof value}`;
  return typeof value === 'string'
    ? `is the text ${shown(value)}`
    : `is ${typeof value === 'number' ? 'the number ' : ''}${cut(source)}`;
}

function typeHint(value: Json, types: readonly string[], near: JsonSchema, source: string): string | undefined {
  const unquoted =
    types.includes('string') &&
    !near.enum &&
    (typeof value === 'number' || typeof value === 'boolean') &&
    !near.writeOnly;
  if (unquoted && new RegExp(near.pattern ?? '', 'u').test(source.slice(0, 100)))
    return `put it in quotes: '${cut(source)}'`;
  if (types.includes('boolean') && types.length === 1 && !near.enum) return booleanHint(value);
  const example = near.examples?.[0];
  return example === undefined ? undefined : `write it like ${flow(example)}`;
}

/** YAML 1.1 took more words for true and false than YAML 1.2 does; 0 and 1 are meant so now and then. */
function booleanHint(value: Json): string {
  const word = String(typeof value === 'object' ? '' : value).toLowerCase();
  if (['yes', 'y', 'on', 'true', '1'].includes(word)) return 'write true';
  if (['no', 'n', 'off', 'false', '0'].includes(word)) return 'write false';
  return 'write true or false';
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};

function notAllowed(path: Path, value: Json, allowed: readonly string[]): Violation {
  const near = typeof value === 'string' ? nearest(value, allowed) : undefined;
  const message = `${name(path)} is ${shown(value)}; ${listOf(allowed, 'allowed values')}`;
  const [only = '', ...others] = allowed;
  const hint = near
    ? `did you mean '${near}'?`
    : others.length === 0
      ? `write ${only}`
      : 'write one of the allowed values';
  return { code: 'not-allowed-value', message, hint, path, part: 'value' };
}

function malformed({ error, path, near }: Finding): Violation {
  const schema = error.parentSchema as JsonSchema;
  const text = String(error.data);
  const problem = FORMS[schema.format ?? '']?.(text);
  if (problem) {
    const message = `${name(path)} is ${shown(error.data as Json)}; ${problem.message}`;
    return { code: 'malformed-value', message, hint: problem.hint, path, part: 'value' };
  }
  const meaning = schema.description ?? near.description ?? '';
  const example = near.examples?.[0] ?? schema.examples?.[0];
  const finding =
    near.writeOnly || schema.writeOnly ? 'has a value that does not fit' : `is ${shown(error.data as Json)}`;
  return {
    code: 'malformed-value',
    message: `${name(path)} ${finding}; allowed is ${clause(meaning)}`,
    ...(example !== undefined && { hint: `write it like ${flow(example)}` }),
    path,
    part: 'value',
  };
}

/** What looks at more of a text than its pattern. */
const FORMS: Readonly<Record<string, (text: string) => FormProblem | undefined>> = {
  uri: addressProblem,
  'header-name': headerProblem,
  'certificate-subject': subjectProblem,
  sha256: thumbprintProblem,
  'redirect-uri': redirectUriProblem,
};

/** The first sentence of a description as a part of another: `a day in UTC, year-month-day`. */
function clause(description: string): string {
  const [first = ''] = description.split(/\.(?:\s|$)/);
  return /^[A-Z][A-Z]/.test(first) ? first : first.charAt(0).toLowerCase() + first.slice(1);
}

function outOfRange({ subject, error, path }: Finding): Violation {
  const { type, minimum, maximum } = error.parentSchema as { type?: string; minimum?: number; maximum?: number };
  const range = [minimum === undefined ? '' : `at least ${minimum}`, maximum === undefined ? '' : `at most ${maximum}`];
  const allowed = range.filter((word) => word !== '').join(' and ');
  const message = `${name(path)} is ${written(error.data as number, subject.sourceOf(path))}; allowed is ${allowed}`;
  const number = type === 'integer' ? 'a whole number' : 'a number';
  const hint =
    minimum === undefined || maximum === undefined
      ? `write ${number} of ${allowed}`
      : `write ${number} from ${minimum} to ${maximum}`;
  return { code: 'out-of-range', message, hint, path, part: 'value' };
}

/** A number as it stands in the file: what is large is read as another one. An alias stands for its value. */
function written(value: number, source: string): string {
  return Number(source) === value ? cut(source) : shown(value);
}

function tooLong(path: Path, found: string, limit: unknown): Violation {
  const message = `${name(path)} has ${found}; at most ${limit} are allowed`;
  return { code: 'too-long', message, hint: 'shorten it', path, part: 'value' };
}

function tooShort({ error, path, near, isRequired }: Finding): Violation {
  const example = near.examples?.[0];
  const limit = Number(error.params.limit);
  const [one, several] = UNITS[error.keyword] ?? ['', ''];
  const found = sizeOf(error.data as Json);
  const has = found === 0 ? 'is empty' : `has ${found} ${found === 1 ? one : several}`;
  const message = `${name(path)} ${has}; at least ${limit} ${limit === 1 ? `${one} is` : `${several} are`} needed`;
  const what = typeof path.at(-1) === 'number' ? 'item' : 'field';
  const fill = example === undefined ? 'fill it' : `write it like ${flow(example)}`;
  const hint = isRequired() ? fill : `${fill}${example === undefined ? '' : ','} or remove the ${what}`;
  return { code: 'too-short', message, hint, path, part: 'value' };
}

function sizeOf(value: Json): number {
  return typeof value === 'string' ? value.length : Object.keys(value as object).length;
}

const UNITS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  minLength: ['character', 'characters'],
  minItems: ['item', 'items'],
  minProperties: ['entry', 'entries'],
};

function duplicateItem({ error, path }: Finding): Violation {
  const { first, index } = error.params as { first: number; index: number };
  const message = `item ${index + 1} of ${name(path)} is the same as item ${first + 1}`;
  return { code: 'duplicate-item', message, hint: 'remove one of them', path: [...path, index], part: 'value' };
}

/** What a message calls the value at a path: `'tier'`, `item 2 of 'scopes'`. */
function name(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the document';
  return typeof last === 'string' ? `'${cut(last)}'` : `item ${last + 1} of ${name(path.slice(0, -1))}`;
}
