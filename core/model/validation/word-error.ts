import type { Json } from '../base/json';
import type { Path } from '../base/position';
import { cut } from '../messages/shown';
import { isWord } from '../schemas';
import { name } from './field-name';
import { missingField, unknownField } from './fields';
import { valueAt } from './first-causes';
import { malformed } from './malformed';
import { notAllowed } from './not-allowed';
import { outOfRange } from './out-of-range';
import type { PlacedError } from './placed-error';
import { repaired } from './repaired';
import type { SchemaError } from './validator';
import type { Violation } from './violation';
import { tooLong, tooShort } from './wrong-size';
import { wrongType } from './wrong-type';

/** A placed in our words; none for findings that only say that another one exists. */
export function wordError(placed: PlacedError): readonly Violation[] {
  const { error, path } = placed;
  if (error.propertyName !== undefined) return [wrongKey(error, path, error.propertyName)];
  if (error.keyword === 'required') return missingField(placed);
  const wording = WORDS[error.keyword];
  return wording ? [wording(placed)] : [];
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

type Wording = (placed: PlacedError) => Violation;

const WORDS: Readonly<Record<string, Wording>> = {
  additionalProperties: unknownField,
  type: ({ document, error, path, near, fits }) =>
    wrongType({
      fits,
      path,
      value: error.data as Json,
      types: [error.schema as string].flat(),
      near,
      source: document.sourceOf(path),
    }),
  enum: ({ document, error, path }) =>
    notAllowed(
      path,
      error.data as Json,
      (error.schema as readonly Json[]).map(String),
      itemsBeside(document.root, path),
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

function duplicateItem({ error, path }: PlacedError): Violation {
  const { first, index } = error.params as { first: number; index: number };
  const message = `item ${index + 1} of ${name(path)} is the same as item ${first + 1}`;
  return { code: 'duplicate-item', message, hint: 'remove one of them', path: [...path, index], part: 'value' };
}
