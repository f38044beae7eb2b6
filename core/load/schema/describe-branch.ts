import { isMap, type Json, type JsonObject, type Path } from '../../model';
import { flow } from '../../model/messages/shown';
import type { Branch } from '../../model/validation/branch';
import { name } from './field-name';
import { misspeltBranchField } from './fields';
import { DEFAULT_CURRENCY } from './malformed';
import { notAllowed } from './not-allowed';
import type { SchemaError } from './schema-error';
import { wrongType } from './wrong-type';

/** Describes why no alternative could be chosen. */
export function describeBranch(
  branch: Exclude<Branch, { chosen: unknown }>,
  value: Json,
  path: Path,
  fits: (value: Json) => boolean,
): SchemaError {
  if ('types' in branch)
    return wrongType({
      path,
      value,
      types: branch.types,
      near: branch.near,
      source: flow(value),
      currency: DEFAULT_CURRENCY,
      fits,
    });
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
    const entries = Object.values(value as JsonObject);
    if (entries.length > 0 && entries.every((entry) => isMap(entry) && Object.hasOwn(entry, branch.field)))
      return {
        code: 'missing-field',
        message,
        hint: `write its entries in the place of ${name(path)}, if they are meant`,
        path,
        part: 'value',
      };
    return { code: 'missing-field', message, hint: `add '${branch.field}: ${branch.likely}'`, path, part: 'value' };
  }
  return notAllowed([...path, branch.field], found, branch.allowed, []);
}
