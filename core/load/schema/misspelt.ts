import { nearest } from '../../model';
import type { ValidatorError } from '../../model/validation/validator';

/** The fields that a map may still have: those of its schema that are missing. */
export function openFields({ parentSchema, data }: ValidatorError): readonly string[] {
  const { properties = {} } = parentSchema as { readonly properties?: object };
  return Object.keys(properties).filter((key) => !Object.hasOwn(data as object, key));
}

/** The field that is most likely meant by an unknown one: it is misspelt, or lacks a space after its colon (`name:free`). */
export function meantField(unknown: string, fields: readonly string[]): string | undefined {
  return gluedField(unknown, fields) ?? nearest(unknown, fields);
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
export function missingFields(errors: readonly ValidatorError[]): ReadonlyMap<string, readonly string[]> {
  const misspelt = new Map<string, Set<string>>();
  for (const error of errors) {
    if (error.keyword !== 'additionalProperties') continue;
    const meant = meantField(String(error.params.additionalProperty), openFields(error));
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
