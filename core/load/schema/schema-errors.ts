import type { Json, Path } from '../../model';
import type { JsonSchema } from '../../model/json-schema';
import { kindSchema, type PlacedSchema, resolved } from '../../model/schemas';
import { chooseBranch, isRequired, schemaAt } from '../../model/validation/branch';
import { type ValidatorError, validatorErrors } from '../../model/validation/validator';
import { describeBranch } from './describe-branch';
import { describeError } from './describe-error';
import { firstCauses, valueAt } from './first-causes';
import { withKnownNames } from './known-names';
import { withMissingHeaders } from './missing-header';
import { missingFields } from './misspelt';
import type { SchemaError, ValidatedDocument } from './schema-error';
import { withUnindentedEntries } from './unindented-entry';

// Not every error of a very invalid document is reported.
const MAX_ERRORS = 500;

// Of several errors at one path, the first of this list is reported, because it explains the others. Other codes come last.
const PRECEDENCE = ['unknown-field', 'wrong-type', 'too-long', 'not-allowed-value', 'malformed-value', 'missing-field'];

/** The errors of a document against the schema of its kind; empty if it is valid. */
export function schemaErrors(document: ValidatedDocument): readonly SchemaError[] {
  const found = below(document, kindSchema(document.kind), document.root, []);
  const positions = new Map<string, SchemaError>();
  for (const error of found) {
    const place = JSON.stringify([error.path, error.part]);
    const other = positions.get(place);
    if (!other || precedence(error) < precedence(other)) positions.set(place, error);
  }
  const first = firstCauses(withUnindentedEntries([...positions.values()], document), document.root);
  return withMissingHeaders(first, document);
}

function precedence({ code }: SchemaError): number {
  const index = PRECEDENCE.indexOf(code);
  return index === -1 ? PRECEDENCE.length : index;
}

/** The errors of the value at `path` against a schema. For alternatives, only the one that is meant counts. */
function below(document: ValidatedDocument, place: PlacedSchema, value: Json, path: Path): readonly SchemaError[] {
  const errors = firstErrors(
    validatorErrors(place, value, document.size).map((error) => ({ error, at: pathOf(error, value) })),
  );
  const alternatives = outermost(errors.filter(({ error }) => error.keyword === 'oneOf').map(({ at }) => at));
  const plain = errors.filter(({ at }) => !alternatives.some((top) => startsWith(at, top)));
  const missing = missingFields(plain.map(({ error, at }) => ({ document, error, path: [...path, ...at] })));
  return [
    ...plain.flatMap(({ error, at }) => {
      const schema = schemaAt(place, value, at);
      return describeError({
        fits: fitting(schema),
        document,
        error,
        path: [...path, ...at],
        near: schema ? nearSchema(document, resolved(schema).schema, [...path, ...at]) : {},
        missing,
        isRequired: () => isRequired(kindSchema(document.kind), document.root, [...path, ...at]),
      });
    }),
    ...alternatives.flatMap((at) => alternative(document, place, value, path, at)),
  ];
}

interface PlacedError {
  readonly error: ValidatorError;
  readonly at: Path;
}

/**
 * The first errors of a very long list. The error that says that a value fits none of its alternatives follows those of each
 * alternative, so it is kept for a value whose errors are cut off.
 */
function firstErrors(errors: readonly PlacedError[]): readonly PlacedError[] {
  const last = errors[MAX_ERRORS - 1];
  if (!last) return errors;
  const cutOff = errors
    .slice(MAX_ERRORS)
    .filter(({ error, at }) => error.keyword === 'oneOf' && startsWith(last.at, at));
  return [...errors.slice(0, MAX_ERRORS), ...cutOff];
}

function alternative(
  document: ValidatedDocument,
  place: PlacedSchema,
  value: Json,
  path: Path,
  at: Path,
): readonly SchemaError[] {
  const inner = valueAt(value, at);
  const schema = schemaAt(place, value, at);
  if (!schema) return [];
  const branch = chooseBranch(schema, inner);
  const full = [...path, ...at];
  return 'chosen' in branch
    ? below(document, branch.chosen, inner, full)
    : [describeBranch(branch, inner, full, fitting(schema))];
}

/** The schema of a value, with examples that are valid in the catalog. */
function nearSchema({ kind, names }: ValidatedDocument, schema: JsonSchema, path: Path): JsonSchema {
  return names ? withKnownNames(schema, kind, path, names) : schema;
}

/** Whether a value is valid against a schema, for hints, which must not suggest an invalid value. */
function fitting(schema: PlacedSchema | undefined): (value: Json) => boolean {
  return (value) => schema !== undefined && validatorErrors(schema, value, 1).length === 0;
}

function outermost(paths: readonly Path[]): readonly Path[] {
  return paths.filter((path) => !paths.some((other) => other.length < path.length && startsWith(path, other)));
}

function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((step, index) => path[index] === step);
}

/** The error's JSON pointer as a path: steps into lists are numbers. */
function pathOf(error: ValidatorError, root: Json): Path {
  if (error.instancePath === '') return [];
  let value: Json | undefined = root;
  return error.instancePath
    .slice(1)
    .split('/')
    .map((word) => {
      const step = word.replaceAll('~1', '/').replaceAll('~0', '~');
      const typed = Array.isArray(value) ? Number(step) : step;
      value = (value as Readonly<Record<string | number, Json>> | undefined)?.[typed];
      return typed;
    });
}
