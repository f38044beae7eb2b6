import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { canonicalJson } from '../base/canonical-json';
import type { Json } from '../base/json';
import { KIND_SCHEMAS, type PlacedSchema, SHARED_SCHEMAS } from '../schemas';
import { headerProblem } from './header-name';
import { hostProblem } from './host-name';
import { redirectUriProblem } from './redirect-uri';
import { subjectProblem } from './subject-form';
import { thumbprintProblem } from './thumbprint-form';
import { addressProblem } from './web-address';

/** What the validator says of one value. */
export type SchemaError = ErrorObject<string, Readonly<Record<string, unknown>>>;

// Every text field has a maxLength of at most this; a pattern is not even tried on longer text, so that none can be made to
// backtrack for minutes.
const LONGEST_PATTERN_INPUT = 20_000;

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
  const ajv = new Ajv2020({ allErrors, verbose: true, strict: true, validateSchema: false, code: { regExp } });
  addFormats(ajv, ['date']);
  ajv.addFormat('email', EMAIL);
  // Every address is one of the web: its form is the pattern's, and its host and port are looked at here.
  ajv.addFormat('uri', (text) => addressProblem(text) === undefined);
  ajv.addFormat('header-name', (text) => headerProblem(text) === undefined);
  ajv.addFormat('host', (text) => hostProblem(text) === undefined);
  ajv.addFormat('sha256', (text) => thumbprintProblem(text) === undefined);
  ajv.addFormat('redirect-uri', (text) => redirectUriProblem(text) === undefined);
  ajv.addFormat('certificate-subject', (text) => subjectProblem(text) === undefined);
  // Ajv compares every item with every other, and trips over a key named 'valueOf'.
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
export function schemaErrors({ id, pointer }: PlacedSchema, value: Json, size: number): readonly SchemaError[] {
  const ajv = validator(size <= MAX_EXPLAINED_VALUES);
  const validate = ajv.getSchema(pointer === '' ? id : `${id}#${pointer}`) as ValidateFunction | undefined;
  if (!validate) throw new Error(`there is no schema ${id}#${pointer}`);
  return validate(value) ? [] : ((validate.errors ?? []) as SchemaError[]);
}

function regExp(pattern: string, flags: string): { test(text: string): boolean; toString(): string } {
  const compiled = new RegExp(pattern, flags);
  return {
    test: (text) => text.length <= LONGEST_PATTERN_INPUT && compiled.test(text),
    // Ajv tells patterns apart by this.
    toString: () => String(compiled),
  };
}
// Ajv writes this into generated code, which is not made here.
regExp.code = 'new RegExp';

/** An e-mail address, also of a domain or a mailbox whose name is not ASCII (RFC 6531). */
const EMAIL =
  /^[^\s@"<>()[\],;:\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

interface UniqueItems {
  (wanted: boolean, items: readonly Json[]): boolean;
  errors?: Partial<ErrorObject>[];
}

/** Finds equal items in one pass. Maps are equal whatever the order of their keys. */
const unique: UniqueItems = (wanted, items) => {
  const seen = new Map<string, number>();
  const errors: Partial<ErrorObject>[] = [];
  if (wanted) {
    items.forEach((item, index) => {
      const text = canonicalJson(item);
      const first = seen.get(text);
      if (first === undefined) seen.set(text, index);
      else errors.push({ keyword: 'uniqueItems', params: { first, index }, message: 'must be unique' });
    });
  }
  unique.errors = errors;
  return errors.length === 0;
};
