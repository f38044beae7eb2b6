import type { Json, JsonObject } from '../json';
import type { JsonSchema } from '../json-schema';
import type { Path } from '../position';
import { isWord } from '../schemas';
import { cut, flow, shown } from '../wording/shown';
import { listOf, nearest } from '../wording/suggest';
import type { Branch } from './branch';
import { name } from './field-name';
import { missingField, misspeltBranchField, unknownField } from './fields';
import type { Finding } from './finding';
import { valueAt } from './first-causes';
import { headerProblem } from './header-name';
import { hostProblem } from './host-name';
import { like } from './like';
import { redirectUriProblem } from './redirect-uri';
import { repaired } from './repaired';
import { SEAL_HINT } from './seal-hint';
import { subjectProblem } from './subject-form';
import { thumbprintProblem } from './thumbprint-form';
import type { SchemaError } from './validator';
import type { Violation } from './violation';
import { addressProblem, type FormProblem } from './web-address';
import { wrongType } from './wrong-type';

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
  const message = `${subject} is not a valid name; names are lower-case words joined by single hyphens`;
  const other = repaired(key, (text) => isWord('name', text));
  return {
    code: 'malformed-value',
    message,
    hint: other === undefined ? "write it like 'sandbox'" : `write '${other}'`,
    ...place,
  };
}

/** No alternative could be chosen: what tells them apart is missing or wrong. */
export function wordBranch(
  branch: Exclude<Branch, { chosen: unknown }>,
  value: Json,
  path: Path,
  fits: (value: Json) => boolean,
): Violation {
  if ('types' in branch)
    return wrongType({ path, value, types: branch.types, near: branch.near, source: flow(value), fits });
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
    return { code: 'missing-field', message, hint: `add '${branch.field}: ${branch.likely}'`, path, part: 'value' };
  }
  return notAllowed([...path, branch.field], found, branch.allowed, []);
}

type Wording = (finding: Finding) => Violation;

const WORDS: Readonly<Record<string, Wording>> = {
  additionalProperties: unknownField,
  type: ({ subject, error, path, near, fits }) =>
    wrongType({
      fits,
      path,
      value: error.data as Json,
      types: [error.schema as string].flat(),
      near,
      source: subject.sourceOf(path),
    }),
  enum: ({ subject, error, path }) =>
    notAllowed(
      path,
      error.data as Json,
      (error.schema as readonly Json[]).map(String),
      itemsBeside(subject.root, path),
    ),
  const: ({ error, path }) => notAllowed(path, error.data as Json, [String(error.schema)], []),
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

/** The other items of the list that a value is in; none where it is in no list. */
function itemsBeside(root: Json, path: Path): readonly Json[] {
  const around = valueAt(root, path.slice(0, -1));
  return Array.isArray(around) ? around : [];
}

/** @param beside what the list around the value has already, so that it cannot be what was meant */
function notAllowed(path: Path, value: Json, allowed: readonly string[], beside: readonly Json[]): Violation {
  const open = allowed.filter((one) => !beside.includes(one));
  const near = typeof value === 'string' ? nearest(value, open) : undefined;
  const message = `${name(path)} is ${shown(value)}; ${listOf(allowed, 'allowed values')}`;
  const [only = '', ...others] = allowed;
  const hint = near
    ? `did you mean '${near}'?`
    : others.length === 0
      ? `write ${only}`
      : 'write one of the allowed values';
  return { code: 'not-allowed-value', message, hint, path, part: 'value' };
}

function malformed({ error, path, near, fits }: Finding): Violation {
  const schema = error.parentSchema as JsonSchema;
  const text = String(error.data);
  const problem = FORMS[schema.format ?? '']?.(text);
  if (problem) {
    const message = `${name(path)} is ${shown(error.data as Json)}; ${problem.message}`;
    return { code: 'malformed-value', message, hint: problem.hint, path, part: 'value' };
  }
  const meaning = schema.description ?? near.description ?? '';
  const example = near.examples?.[0] ?? schema.examples?.[0];
  const isSecret = near.writeOnly || schema.writeOnly;
  const finding = isSecret ? 'has a value that does not fit' : `is ${shown(error.data as Json)}`;
  const other = isSecret ? undefined : repaired(text, fits);
  const hint =
    path.at(-1) === 'sealed'
      ? SEAL_HINT
      : other === undefined
        ? example === undefined
          ? undefined
          : like(example)
        : `write '${other}'`;
  return {
    code: 'malformed-value',
    message: `${name(path)} ${finding}; allowed is ${clause(meaning)}`,
    ...(hint !== undefined && { hint }),
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
  host: hostProblem,
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
  const fill = example === undefined ? 'fill it' : like(example);
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
