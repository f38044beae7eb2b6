import type { Json, Path } from '../../model';
import type { JsonSchema } from '../../model/json-schema';
import { cut } from '../../model/messages/shown';
import { isWord } from '../../model/schemas';
import type { ValidatorError } from '../../model/validation/validator';
import { name } from './field-name';
import { missingField, unknownField } from './fields';
import { valueAt } from './first-causes';
import { like } from './like';
import { clause, DEFAULT_CURRENCY, malformed } from './malformed';
import { notAllowed } from './not-allowed';
import { outOfRange } from './out-of-range';
import type { PlacedError } from './placed-error';
import { repair } from './repair';
import type { SchemaError } from './schema-error';
import { sealHint } from './seal-hint';
import { tooLong, tooShort } from './wrong-size';
import { wrongType } from './wrong-type';

/** Describes an error of the validator; empty if it only results from another error. */
export function describeError(placed: PlacedError): readonly SchemaError[] {
  const { error, path } = placed;
  if (error.propertyName !== undefined) return [wrongKey(error, path, error.propertyName)];
  if (error.keyword === 'required') return missingField(placed);
  const describe = DESCRIPTIONS[error.keyword];
  return describe ? [describe(placed)] : [];
}

/** An invalid key of a map whose keys are names. */
function wrongKey({ keyword, params, parentSchema }: ValidatorError, path: Path, key: string): SchemaError {
  const place = { path: [...path, key], part: 'key' } as const;
  const subject = `key '${cut(key)}' of ${name(path)}`;
  if (keyword === 'maxLength') {
    const message = `${subject} has ${key.length} characters; at most ${params.limit} are allowed`;
    return { code: 'too-long', message, hint: 'shorten it', ...place };
  }
  const { description, examples, pattern } = parentSchema as JsonSchema;
  const fits = (text: Json) =>
    pattern === undefined ? isWord('name', text) : new RegExp(pattern, 'u').test(String(text));
  const other = repair(key, fits);
  if (description !== undefined) {
    const hint = other === undefined ? like(examples?.[0]) : `write '${other}'`;
    return { code: 'malformed-value', message: `${subject} must be ${clause(description)}`, hint, ...place };
  }
  const message = `${subject} is not a valid name; names are lower-case words joined by single hyphens`;
  return {
    code: 'malformed-value',
    message,
    hint: other === undefined ? "write it like 'sandbox'" : `write '${other}'`,
    ...place,
  };
}

type Describe = (placed: PlacedError) => SchemaError;

const DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  additionalProperties: unknownField,
  type: ({ document, error, path, near, fits }) =>
    wrongType({
      fits,
      path,
      value: error.data as Json,
      types: [error.schema as string].flat(),
      near,
      source: document.sourceOf(path),
      currency: document.currency ?? DEFAULT_CURRENCY,
      better: sealHint(document, path),
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

/** The items of the list that contains a value; none if it is not in a list. */
function itemsBeside(root: Json, path: Path): readonly Json[] {
  const around = valueAt(root, path.slice(0, -1));
  return Array.isArray(around) ? around : [];
}

function duplicateItem({ error, path }: PlacedError): SchemaError {
  const { first, index } = error.params as { first: number; index: number };
  const message = `item ${index + 1} of ${name(path)} is the same as item ${first + 1}`;
  return { code: 'duplicate-item', message, hint: 'remove one of them', path: [...path, index], part: 'value' };
}
