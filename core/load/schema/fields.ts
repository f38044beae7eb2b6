import { didYouMean, type Json, type JsonObject, nearest, type Path } from '../../model';
import type { JsonSchema } from '../../model/json-schema';
import { cut, flow } from '../../model/messages/shown';
import type { Branch } from '../../model/validation/branch';
import { explainedField } from './explained-fields';
import { name } from './field-name';
import { renamed } from './known-names';
import { containingField, gluedField, meantField, openFields, synonym } from './misspelt';
import type { PlacedError } from './placed-error';
import type { SchemaError } from './schema-error';

export function unknownField(placed: PlacedError): SchemaError {
  const { error, path, document } = placed;
  const field = String(error.params.additionalProperty);
  const fields = openFields(error);
  const where = path.length === 0 ? document.kind : name(path);
  const hasValue = (error.data as JsonObject)[field] !== null;
  return {
    code: 'unknown-field',
    message: `field '${cut(field)}' is unknown in ${where}${hasValue ? '' : ', and has no value'}`,
    hint:
      betterHint(placed, field) ??
      `${hasValue ? '' : outdented(field, path)}${unknownFieldHint(field, fields, hasValue)}`,
    path: [...path, field],
    part: 'key',
  };
}

/**
 * The hint for a field of an earlier version or another kind, and for an entry that belongs in a map next to it, such as an item of a
 * price.
 */
function betterHint(placed: PlacedError, field: string): string | undefined {
  const { error, path, document } = placed;
  const value = (error.data as JsonObject)[field] as Json;
  const explained = explainedField(document.kind, path, field);
  if (explained) return explained.hint(value);
  const inside = containingField(placed);
  return inside && `it is part of '${inside}': write it below '${inside}:', indented`;
}

/** A key without a value may be the header of a map that belongs next to the map that it is in. */
function outdented(field: string, path: Path): string {
  const around = path.at(-1);
  if (typeof around !== 'string' || !/^[A-Za-z][\w-]*$/.test(field)) return '';
  return `start '${cut(field)}:' in the column of '${cut(around)}:' if it belongs next to it; `;
}

/** The hint for an unknown field. */
function unknownFieldHint(field: string, fields: readonly string[], hasValue: boolean): string {
  const glued = gluedField(field, fields);
  if (glued !== undefined) return `write '${glued}: …', with a colon and a space`;
  const meant = nearest(field, fields) === undefined ? synonym(field, fields) : undefined;
  const question = meant === undefined ? '' : `did you mean '${meant}'? `;
  const listed = `${question}${didYouMean(field, fields, 'fields that can be added')}`;
  const isPiece = !hasValue && nearest(field, fields) === undefined;
  return isPiece ? `quote the value before it if the comma is part of that value; ${listed}` : listed;
}

export function missingField({ error, path, document, missing }: PlacedError): readonly SchemaError[] {
  const fields = missing.get(error.instancePath) ?? [];
  if (fields.length === 0) return [];
  const { properties } = error.parentSchema as JsonSchema;
  const examples = fields.map((field) => {
    const example = properties?.[field]?.examples?.[0];
    const { kind, names } = document;
    return `${field}: ${flow(names ? renamed(example, kind, [...path, field], names) : example)}`;
  });
  const where = path.length === 0 ? document.kind : name(path);
  const plural = fields.length === 1 ? 'field' : 'fields';
  const named = fields.map((field) => `'${field}'`).join(', ');
  const message = `${where} lacks the ${plural} ${named}`;
  return [{ code: 'missing-field', message, hint: `add for example ${examples.join(', ')}`, path, part: 'value' }];
}

/** A misspelt field that would identify the alternative. */
export function misspeltBranchField(
  branch: Exclude<Branch, { chosen: unknown } | { types: unknown }>,
  value: JsonObject,
  path: Path,
): SchemaError | undefined {
  const wanted = 'field' in branch ? [branch.field] : branch.oneOfFields;
  if (wanted.some((field) => Object.hasOwn(value, field))) return undefined;
  const field = Object.keys(value).find((key) => meantField(key, wanted) !== undefined);
  if (field === undefined) return undefined;
  const message = `field '${cut(field)}' is unknown in ${name(path)}`;
  const hint = unknownFieldHint(field, wanted, true);
  return { code: 'unknown-field', message, hint, path: [...path, field], part: 'key' };
}
