import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import type { Json } from '../base/json';
import { KIND_SCHEMAS, type PlacedSchema, SHARED_SCHEMAS } from '../schemas';
import { isAccepted } from './accepted';
import { FORMATS } from './formats';
import { boundedPattern } from './pattern';
import { duplicates } from './unique-items';

/** What the validator says of one value. */
export type ValidatorError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/**
 * Beyond this many values a document is not explained to its end: only the first error is looked for, as Ajv copies its list of
 * errors at every reference, which takes hours where everything in a document of megabytes is wrong.
 */
export const MAX_EXPLAINED_VALUES = 50_000;

const validators = new Map<boolean, Ajv2020>();

/** The validator that finds all errors, or only the first: schemas are compiled when a document first needs them, and kept. */
function validator(allErrors: boolean): Ajv2020 {
  const known = validators.get(allErrors);
  if (known) return known;
  // Loaded here: it takes a moment, and where every document is valid nothing needs it.
  const { Ajv2020 } = require('ajv/dist/2020') as typeof import('ajv/dist/2020');
  const ajv = new Ajv2020({
    allErrors,
    verbose: true,
    strict: true,
    validateSchema: false,
    code: { regExp },
    formats: FORMATS,
  });
  // Ajv trips over a key named 'valueOf'.
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', errors: 'full', validate: unique });
  ajv.addSchema([...SHARED_SCHEMAS, ...Object.values(KIND_SCHEMAS)]);
  validators.set(allErrors, ajv);
  return ajv;
}

/**
 * What a schema finds wrong with a value; empty when the value is right.
 *
 * @param size how many values the value holds, roughly
 */
export function validatorErrors({ id, pointer }: PlacedSchema, value: Json, size: number): readonly ValidatorError[] {
  if (pointer === '' && isAccepted(id, value)) return [];
  const ajv = validator(size <= MAX_EXPLAINED_VALUES);
  const validate = ajv.getSchema(pointer === '' ? id : `${id}#${pointer}`) as ValidateFunction | undefined;
  if (!validate) throw new Error(`there is no schema ${id}#${pointer}`);
  return validate(value) ? [] : ((validate.errors ?? []) as ValidatorError[]);
}

// Ajv writes `code` into generated code, which is not made here.
const regExp = Object.assign(boundedPattern, { code: 'new RegExp' });

interface UniqueItems {
  (wanted: boolean, items: readonly Json[]): boolean;
  errors?: Partial<ErrorObject>[];
}

const unique: UniqueItems = (wanted, items) => {
  const found = wanted ? duplicates(items) : [];
  unique.errors = found.map((params) => ({ keyword: 'uniqueItems', params, message: 'must be unique' }));
  return found.length === 0;
};
