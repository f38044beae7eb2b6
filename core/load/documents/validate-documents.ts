import type { Detection, Position } from '../../model';
import {
  isMap,
  type Json,
  type JsonObject,
  type Path,
  PROGRAMME_MAPS,
  type ProgrammeEntry,
  pointer,
} from '../../model';
import { textOf } from '../../model/base/json';
import { isWord } from '../../model/schemas';
import { isCurrency } from '../../model/validation/currency';
import { MAX_EXPLAINED_VALUES } from '../../model/validation/validator';
import { type KnownNames, knownNames } from '../schema/known-names';
import type { SchemaError, ValidatedDocument } from '../schema/schema-error';
import { schemaErrors } from '../schema/schema-errors';
import { validPart } from '../schema/valid-part';
import { nameOf, type RawDocument } from './document';
import { insideAny } from './secrets';

/** Documents that are part of the catalog, and the problems of the others. */
export interface ValidatedDocuments {
  /** One for each kind and name. */
  readonly valid: readonly RawDocument[];
  readonly invalid: readonly InvalidDocument[];
  readonly findings: readonly Detection[];
}

/** A document that cannot be part of the catalog. */
export interface InvalidDocument extends RawDocument {
  /** The part of its value that its schema allows; undefined if that is unknown. */
  readonly allowed: JsonObject | undefined;
}

/** Validates every document against its schema, and accepts the first document of each kind and name, in the order of files. */
export function validateDocuments(documents: readonly RawDocument[]): ValidatedDocuments {
  const valid: RawDocument[] = [];
  const invalid: InvalidDocument[] = [];
  const findings: Detection[] = [];
  const first = new Map<string, RawDocument>();
  const names = namesOf(documents);
  const currency = currencyOf(documents);
  for (const document of documents) {
    // Errors in the text are reported already. Their consequences are omitted, other errors are not.
    const found = document.unknownPaths ? errorsOf(document, document.unknownPaths, { names, currency }) : [];
    findings.push(...schemaFindings(found, document));
    const id = identity(document);
    const earlier = id === undefined ? undefined : first.get(id);
    if (earlier) findings.push(duplicate(document, earlier));
    else if (id !== undefined) first.set(id, document);
    if (document.intact && found.length === 0 && document.secrets.length === 0 && !earlier) valid.push(document);
    else invalid.push({ ...document, allowed: allowedIn(document, found) });
  }
  return { valid, invalid, findings };
}

/** The names of all documents, and of all entries of the Programme, that are valid names. */
function namesOf(documents: readonly RawDocument[]): KnownNames {
  const named = documents.flatMap(({ kind, value }) => [
    { target: kind, name: value.name },
    ...(kind === 'Programme' ? entriesOf(value) : []),
  ]);
  return knownNames(named.flatMap(({ target, name }) => (isWord('name', name) ? [{ target, name }] : [])));
}

/** The currency of the Programme, if it is one. */
function currencyOf(documents: readonly RawDocument[]): string | undefined {
  const currency = documents.find(({ kind }) => kind === 'Programme')?.value.currency;
  return typeof currency === 'string' && isCurrency(currency) ? currency : undefined;
}

function entriesOf(programme: JsonObject): readonly { readonly target: ProgrammeEntry; readonly name: Json }[] {
  return (Object.keys(PROGRAMME_MAPS) as ProgrammeEntry[]).flatMap((target) => {
    const entries = programme[PROGRAMME_MAPS[target]];
    return isMap(entries) ? Object.keys(entries).map((name) => ({ target, name })) : [];
  });
}

/** Schema errors, except those of unknown values and of the types of their parents. */
function errorsOf(
  { kind, value, size, positions, secrets }: RawDocument,
  unknownPaths: readonly Path[],
  context: Pick<ValidatedDocument, 'names' | 'currency'>,
): readonly SchemaError[] {
  const isReported = insideAny([...secrets.map(({ path }) => path), ...unknownPaths]);
  return schemaErrors({ kind, root: value, size, sourceOf: (path) => positions.sourceOf(path), ...context }).filter(
    ({ code, path }) =>
      !isReported(pointer(path)) &&
      !(code === 'wrong-type' && unknownPaths.some((inner) => insideAny([path])(pointer(inner)))),
  );
}

/** Schema errors with their positions. An error that an alias repeats has the same position, and is reported once. */
function schemaFindings(found: readonly SchemaError[], { positions }: RawDocument): readonly Detection[] {
  const reported = new Set<string>();
  return found.flatMap(({ path, part, strays, ...words }) => {
    const at = positions.at(path, part);
    const key = JSON.stringify([at.line, at.column, at.length, words.code]);
    if (reported.has(key) && at.document === undefined) return [];
    reported.add(key);
    return [{ ...words, at }];
  });
}

/** Unknown if the text has errors, and for a very large document, of which not all errors are known. */
function allowedIn({ value, size, unknownPaths }: RawDocument, found: readonly SchemaError[]): JsonObject | undefined {
  if (!unknownPaths || size > MAX_EXPLAINED_VALUES) return undefined;
  const strays = found.flatMap((one) => one.strays ?? []);
  return validPart(value, [
    ...found,
    ...strays.map((path) => ({ path, part: 'key' as const })),
    ...unknownPaths.map((path) => ({ path, part: 'value' as const })),
  ]);
}

/** The identity of a document: kind and name, for an application with its partner. */
function identity(document: RawDocument): string | undefined {
  const name = nameOf(document);
  if (name === undefined) return undefined;
  const owner = document.kind === 'Application' ? `${textOf(document.value.partner)}_` : '';
  return `${document.kind}/${owner}${name}`;
}

function duplicate(document: RawDocument, earlier: RawDocument): Detection {
  const { kind, positions } = document;
  return duplicateName(kind, textOf(document.value.name), positions.at(['name']), earlier.positions.at(['name']));
}

/** A second document with the same name, which is reported with the position of the first. */
export function duplicateName(kind: string, name: string, at: Position, first: Position): Detection {
  return {
    code: 'duplicate-name',
    message: `${kind} '${name.slice(0, 60)}' is already defined at ${first.file}:${first.line}`,
    hint: 'rename or remove one of them',
    at,
  };
}
