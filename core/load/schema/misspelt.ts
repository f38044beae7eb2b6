import { getOwn, isMap, type Json, type JsonObject, nearest } from '../../model';
import type { JsonSchema } from '../../model/json-schema';
import { kindSchema, memberSchema, type PlacedSchema, resolved } from '../../model/schemas';
import { schemaAt } from '../../model/validation/branch';
import { type ValidatorError, validatorErrors } from '../../model/validation/validator';
import { explainedField } from './explained-fields';
import type { PlacedError } from './placed-error';

/** The fields that a map may still have: those of its schema that are missing. */
export function openFields({ parentSchema, data }: ValidatorError): readonly string[] {
  const { properties = {} } = parentSchema as { readonly properties?: object };
  return Object.keys(properties).filter((key) => !Object.hasOwn(data as object, key));
}

/** The field that is most likely meant by an unknown one: it is misspelt, or lacks a space after its colon (`name:free`). */
export function meantField(unknown: string, fields: readonly string[]): string | undefined {
  return gluedField(unknown, fields) ?? nearest(unknown, fields) ?? synonym(unknown, fields);
}

/** The names of prices in other items. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  amount: ['flat'],
  fee: ['amount'],
  flat: ['amount'],
  price: ['flat', 'amount'],
};

/** The field that has another name for the same thing. */
export function synonym(unknown: string, fields: readonly string[]): string | undefined {
  return getOwn(SYNONYMS, unknown)?.find((field) => fields.includes(field));
}

/** The field whose map should contain an unknown field: `items` for an item that is next to it. */
export function containingField({ document, error, path }: Unknown): string | undefined {
  const field = String(error.params.additionalProperty);
  const value = (error.data as JsonObject)[field] as Json;
  const around = isMap(value) ? schemaAt(kindSchema(document.kind), document.root, path) : undefined;
  const { properties = {} } = error.parentSchema as JsonSchema;
  return around && Object.keys(properties).find((one) => isEntryOf(memberSchema(around, one), field, value));
}

type Unknown = Pick<PlacedError, 'document' | 'error' | 'path'>;

/** Whether a map may have any keys, and a value is valid for one of them. */
function isEntryOf(map: PlacedSchema | undefined, key: string, value: Json): boolean {
  if (!map || typeof resolved(map).schema.additionalProperties !== 'object') return false;
  const entry = memberSchema(map, key);
  return entry !== undefined && validatorErrors(entry, value, 1).length === 0;
}

/** The field before a colon without a space, or before a space without a colon: YAML reads `name:free` as one word. */
export function gluedField(unknown: string, fields: readonly string[]): string | undefined {
  const end = unknown.search(/[:\s]/);
  return end < 1 ? undefined : fields.find((field) => field === unknown.slice(0, end));
}

/**
 * Names of missing fields, by the JSON pointer of their map, because a map has one finding. A field that was probably meant by an
 * unknown one is not missing.
 */
export function missingFields(found: readonly Unknown[]): ReadonlyMap<string, readonly string[]> {
  const errors = found.map(({ error }) => error);
  const misspelt = new Map<string, Set<string>>();
  for (const unknown of found) {
    const { document, error, path } = unknown;
    if (error.keyword !== 'additionalProperties') continue;
    const field = String(error.params.additionalProperty);
    const meant =
      explainedField(document.kind, path, field)?.by ??
      containingField(unknown) ??
      meantField(field, openFields(error));
    if (meant === undefined) continue;
    const known = misspelt.get(error.instancePath);
    if (known) known.add(meant);
    else misspelt.set(error.instancePath, new Set([meant]));
  }
  const missing = new Map<string, string[]>();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword !== 'required' || misspelt.get(instancePath)?.has(String(params.missingProperty))) continue;
    const fields = missing.get(instancePath) ?? [];
    missing.set(instancePath, [...fields, String(params.missingProperty)]);
  }
  return missing;
}
