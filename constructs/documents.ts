import { DocumentApiEntry, DocumentApplicationEntry, DocumentEntry } from '../core/load/documents/entry';
import { callPlaces, type Places } from '../core/load/documents/places';
import { plainJson } from '../core/load/documents/plain-json';
import {
  type Api,
  type ApiEntry,
  type Application,
  type ApplicationDocument,
  type ApplicationEntry,
  type DocumentOf,
  type Entry,
  type Json,
  type Kind,
  type Named,
  type OpenApiDefinition,
  type Partner,
  type Path,
  pointer,
} from '../core/model';
import { violations } from '../core/model/validation';

/** A document of any kind, as plain data. */
export type Document = DocumentOf[Kind];

/** One thing that is wrong with a document. */
interface Wrong {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

/** Documents that are known to be what their schemas say: nobody can change a document, so one look is enough. */
const valid = new WeakSet<object>();

/** Says that documents come out of a loaded catalog, where they were held to their schemas already. */
export function trust(documents: Iterable<Entry<object>>): void {
  for (const { value } of documents) valid.add(value);
}

/**
 * Holds a document that was given to a construct to the schema of its kind.
 *
 * @throws Error that names each field that is wrong, what is allowed there and the edit to make
 */
export function validate(document: Document): void {
  if (valid.has(document)) return;
  const places = placesOf(document);
  const { value: root, size, problems } = plainJson(document);
  const found: readonly Wrong[] =
    problems.length > 0
      ? problems
      : violations({ kind: document.kind, root, size, sourceOf: (path) => places.sourceOf(path) });
  if (found.length > 0) {
    const lines = found.map(({ path, message, hint }) =>
      [`${pointer(path) || 'the document'}: ${message}`, ...(hint === undefined ? [] : [hint])].join('; '),
    );
    throw new Error(`${document.kind} '${document.name}' is not valid:\n  ${lines.join('\n  ')}`);
  }
  valid.add(document);
}

/** A document as an entry of a catalog, after {@link validate}. */
export function entryOf<T extends Document>(document: T): Entry<T> {
  validate(document);
  return new DocumentEntry(document.name, document, placesOf(document));
}

/** Documents of one kind by name, sorted. */
export function entriesOf<T extends Document>(documents: readonly T[]): Named<T> {
  return new Map(
    documents
      .map(entryOf)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => [entry.name, entry]),
  );
}

const NO_OPERATIONS: OpenApiDefinition = { file: 'code', title: '', version: '', operations: [], scopes: [] };

/** An API with what its OpenAPI file says; without that it has no operations. */
export function apiEntryOf(api: Api, definition: OpenApiDefinition = NO_OPERATIONS): ApiEntry {
  validate(api);
  return new DocumentApiEntry(api, placesOf(api), definition);
}

/** The applications of a partner: those inside its document, and those with a document of their own. */
export function applicationEntriesOf(
  partner: Entry<Partner>,
  documents: readonly ApplicationDocument[],
): readonly ApplicationEntry[] {
  for (const document of documents) {
    validate(document);
    if (document.partner === partner.name) continue;
    throw new Error(
      `Application '${document.name}' is of partner '${document.partner}' and was given with partner '${partner.name}'; give it with its own partner`,
    );
  }
  const all: readonly Application[] = [...(partner.value.applications ?? []), ...documents];
  return all.map((application) => new DocumentApplicationEntry(partner, application, placesOf(partner.value)));
}

/** What was made in code stands in no file; that a finding points at it would be a mistake in the program. */
function placesOf(document: Document): Places {
  return callPlaces({ file: 'code', line: 1, column: 1, path: '', length: 1 }, document as unknown as Json);
}
