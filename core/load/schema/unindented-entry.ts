import { isMap, type Path } from '../../model';
import { branchesOf, kindSchema, memberSchema, type PlacedSchema, resolved } from '../../model/schemas';
import { schemaAt } from '../../model/validation/branch';
import { name } from './field-name';
import { valueAt } from './first-causes';
import type { SchemaError, ValidatedDocument } from './schema-error';

/**
 * Replaces the errors of the fields of an entry that are not indented below it by one error: if the lines below `gold:` are in its
 * column, they are read as further entries of `levels`, and `gold` has no value.
 */
export function withUnindentedEntries(
  found: readonly SchemaError[],
  document: ValidatedDocument,
): readonly SchemaError[] {
  return found.reduce((rest, error) => {
    const strays = straysBelow(error, document);
    return strays.length === 0 ? rest : merged(rest, error, strays);
  }, found);
}

/** The fields below an entry without a value that are fields of such an entry. */
function straysBelow({ code, path }: SchemaError, { kind, root }: ValidatedDocument): readonly Path[] {
  const around = path.slice(0, -1);
  const map = code === 'wrong-type' ? valueAt(root, around) : null;
  const [key] = path.slice(-1);
  if (!isMap(map) || typeof key !== 'string' || map[key] !== null) return [];
  const place = schemaAt(kindSchema(kind), root, around);
  const entry = place && memberSchema(place, key);
  if (!entry || Object.hasOwn(resolved(place).schema.properties ?? {}, key)) return [];
  const fields = new Set(branchesOf(entry).flatMap(fieldsOf));
  const below = Object.keys(map).slice(Object.keys(map).indexOf(key) + 1);
  const end = below.findIndex((one) => !fields.has(one));
  return below.slice(0, end === -1 ? below.length : end).map((one) => [...around, one]);
}

function fieldsOf(place: PlacedSchema): readonly string[] {
  return Object.keys(resolved(place).schema.properties ?? {});
}

function merged(found: readonly SchemaError[], entry: SchemaError, strays: readonly Path[]): readonly SchemaError[] {
  const keys = new Set(strays.map((path) => JSON.stringify(path)));
  const depth = entry.path.length;
  return found
    .filter(({ path }) => !keys.has(JSON.stringify(path.slice(0, depth))))
    .map((error) =>
      error === entry
        ? {
            ...error,
            hint: `indent '${strays[0]?.at(-1)}' and the lines below it, which are part of ${name(entry.path)}`,
            strays,
          }
        : error,
    );
}
