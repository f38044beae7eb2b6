import { nearest } from '../../model';
import type { ValidatorError } from '../../model/validation/validator';

/** The fields that a map can still get: those of its schema that it does not have. */
export function openFields({ parentSchema, data }: ValidatorError): readonly string[] {
  const { properties = {} } = parentSchema as { readonly properties?: object };
  return Object.keys(properties).filter((key) => !Object.hasOwn(data as object, key));
}

/** The field that is most likely meant by an unknown one: it is spelled otherwise, or its colon has no space after it (`name:free`). */
export function meantField(unknown: string, fields: readonly string[]): string | undefined {
  return gluedField(unknown, fields) ?? nearest(unknown, fields);
}

/** The field in front of a colon without a space, or of a space without a colon: YAML takes `name:free` for one word. */
export function gluedField(unknown: string, fields: readonly string[]): string | undefined {
  const end = unknown.search(/[:\s]/);
  return end < 1 ? undefined : fields.find((field) => field === unknown.slice(0, end));
}

/**
 * Names of missing fields by the map that lacks them, by JSON pointer: one map, one finding. What an unknown field of the map was
 * meant to be is not missing: it has its finding there.
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
