import type { Detection } from '../../model';
import { type JsonObject, type Path, pointer } from '../../model';
import { textOf } from '../../model/base/json';
import { isWord } from '../../model/schemas';
import { MAX_EXPLAINED_VALUES } from '../../model/validation/validator';
import { allowedPart } from '../schema/allowed';
import { type KnownNames, knownNames } from '../schema/known-names';
import type { SchemaError } from '../schema/schema-error';
import { schemaErrors } from '../schema/schema-errors';
import { nameOf, type RawDocument } from './document';
import { isAbout } from './secrets';

/** Documents that may enter the catalog, and what is wrong with the others. */
export interface Sorted {
  /** One for each kind and name. */
  readonly valid: readonly RawDocument[];
  readonly invalid: readonly RefusedDocument[];
  readonly findings: readonly Detection[];
}

/** A document that may not enter the catalog. */
export interface RefusedDocument extends RawDocument {
  /** What of its value its schema allows; undefined where that cannot be told. */
  readonly allowed: JsonObject | undefined;
}

/** Holds every document to its schema, and every kind and name to one document: the first one, in the order of files. */
export function sortOut(documents: readonly RawDocument[]): Sorted {
  const valid: RawDocument[] = [];
  const invalid: RefusedDocument[] = [];
  const findings: Detection[] = [];
  const first = new Map<string, RawDocument>();
  const names = namesOf(documents);
  for (const document of documents) {
    // What the text got wrong is told already; its consequences are not worth telling, and what else is wrong is.
    const found = document.leftOut ? errorsOf(document, document.leftOut, names) : [];
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

/** The names of all documents, as far as they are names. */
function namesOf(documents: readonly RawDocument[]): KnownNames {
  return knownNames(documents.flatMap(({ kind, value: { name } }) => (isWord('name', name) ? [{ kind, name }] : [])));
}

/** What the schema says, but for values that are not known, and for the type of what holds them. */
function errorsOf(
  { kind, value, size, places, secrets }: RawDocument,
  leftOut: readonly Path[],
  names: KnownNames,
): readonly SchemaError[] {
  const told = [...secrets.map(({ path }) => path), ...leftOut];
  return schemaErrors({ kind, root: value, size, sourceOf: (path) => places.sourceOf(path), names }).filter(
    ({ code, path }) =>
      !isAbout(told, pointer(path)) &&
      !(code === 'wrong-type' && leftOut.some((inner) => isAbout([path], pointer(inner)))),
  );
}

/** Violations with their places. What an alias repeats is at the same place as what it stands for, and is reported once. */
function schemaFindings(found: readonly SchemaError[], { places }: RawDocument): readonly Detection[] {
  const seen = new Set<string>();
  return found.flatMap(({ path, part, strays, ...words }) => {
    const at = places.at(path, part);
    const key = JSON.stringify([at.line, at.column, at.length, words.code]);
    if (seen.has(key) && at.document === undefined) return [];
    seen.add(key);
    return [{ ...words, at }];
  });
}

/** Nobody knows what was meant where the text is wrong, and not all is known of what is wrong with a very large document. */
function allowedIn({ value, size, leftOut }: RawDocument, found: readonly SchemaError[]): JsonObject | undefined {
  if (!leftOut || size > MAX_EXPLAINED_VALUES) return undefined;
  const strays = found.flatMap((one) => one.strays ?? []);
  return allowedPart(value, [
    ...found,
    ...strays.map((path) => ({ path, part: 'key' as const })),
    ...leftOut.map((path) => ({ path, part: 'value' as const })),
  ]);
}

/** What must be unique: kind and name, of an application together with its partner. */
function identity(document: RawDocument): string | undefined {
  const name = nameOf(document);
  if (name === undefined) return undefined;
  const owner = document.kind === 'Application' ? `${textOf(document.value.partner)}_` : '';
  return `${document.kind}/${owner}${name}`;
}

function duplicate(document: RawDocument, earlier: RawDocument): Detection {
  const { kind, places } = document;
  return duplicateName(kind, textOf(document.value.name), places.at(['name']), earlier.places.at(['name']));
}

/** Two things of one name: the later one is told, and where the first one is. */
export function duplicateName(kind: string, name: string, at: Detection['at'], first: Detection['at']): Detection {
  return {
    code: 'duplicate-name',
    message: `${kind} '${name.slice(0, 60)}' is already defined at ${first.file}:${first.line}`,
    hint: 'rename or remove one of them',
    at,
  };
}
