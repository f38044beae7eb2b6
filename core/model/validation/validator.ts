import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import type { Json } from '../base/json';
import { KIND_SCHEMAS, type PlacedSchema, SHARED_SCHEMAS } from '../schemas';
import { isAccepted } from './accepted';
import { FORMATS } from './formats';
import { boundedPattern } from './pattern';
import { duplicates } from './unique-items';

/** An error of the validator. */
export type ValidatorError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/**
 * In a document with more values only the first error is reported: Ajv copies its list of errors at every reference, which would
 * take hours in a document of megabytes in which everything is wrong.
 */
export const MAX_EXPLAINED_VALUES = 50_000;

/** Who may set a field: it says nothing about the value. */
export const SET_BY = { keyword: 'x-set-by', schemaType: 'string' } as const;

const validators = new Map<boolean, Ajv2020>();

/** The validator that finds all errors, or only the first. It compiles each schema on first use and keeps it. */
function validator(allErrors: boolean): Ajv2020 {
  const known = validators.get(allErrors);
  if (known) return known;
  // Loaded on demand, because it is slow to load and not needed if every document is valid.
  const { Ajv2020 } = require('ajv/dist/2020') as typeof import('ajv/dist/2020');
  const ajv = new Ajv2020({
    allErrors,
    verbose: true,
    strict: true,
    validateSchema: false,
    code: { regExp },
    formats: FORMATS,
  });
  // Ajv's own implementation fails for a key named 'valueOf'.
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', errors: 'full', validate: unique });
  ajv.addKeyword(SET_BY);
  ajv.addSchema([...SHARED_SCHEMAS, ...Object.values(KIND_SCHEMAS)]);
  validators.set(allErrors, ajv);
  return ajv;
}

/**
 * The errors of a value against a schema; empty if it is valid.
 *
 * @param size roughly how many values the value contains
 */
export function validatorErrors({ id, pointer }: PlacedSchema, value: Json, size: number): readonly ValidatorError[] {
  if (pointer === '' && isAccepted(id, value)) return [];
  const ajv = validator(size <= MAX_EXPLAINED_VALUES);
  const validate = ajv.getSchema(pointer === '' ? id : `${id}#${pointer}`) as ValidateFunction | undefined;
  if (!validate) throw new Error(`schema ${id}#${pointer} does not exist`);
  return validate(value) ? [] : ((validate.errors ?? []) as ValidatorError[]);
}

// `code` is for generated code, which is not needed here.
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
