import type { Catalog, Detection, OnProgress } from '../model';
import { assemble } from './documents/assemble';
import { programTexts, readDocuments, telling } from './documents/catalog-files';
import { emptyCatalog, emptyFiles, isEmpty } from './documents/empty-file';
import { gather } from './documents/gather';
import { otherFiles } from './documents/other-files';
import { type ProgramDocument, plainDocument } from './documents/program-document';
import type { ReadFile } from './documents/read-file';
import { tokenPolicyNames } from './documents/token-policies';
import { tornNames } from './documents/unread';
import { sortOut } from './documents/valid';
import { brokenReferences } from './openapi/broken-references';
import { OpenApiLibrary } from './openapi/library';
import { apiReference, apiReferences, definitionFiles, isPart, unusedDefinitions } from './openapi/parts';
import { presentable } from './presentable';
import type { Source } from './source/source';
import { misplacedPrograms } from './typescript/misplaced';

/** What came of loading a catalog. */
export interface LoadResult {
  /** Everything that could be loaded; every value in it, `leftOut` apart, is one that its schema allows. */
  readonly catalog: Catalog;
  /** Everything wrong with the files, sorted; what is wrong between documents is `checkCatalog`'s to find. */
  readonly findings: readonly Detection[];
  /** The text of every file that a position can name, by the name that positions use. */
  readonly texts: ReadonlyMap<string, string>;
  readonly counts: {
    /** YAML files that were read, and files in which TypeScript defines documents. */
    readonly files: number;
    /** Documents in them and from TypeScript, valid or not. */
    readonly documents: number;
  };
}

/** What a catalog has beside its YAML files; what `loadTypeScript` returns can be given as it is. */
export interface LoadOptions {
  /** Documents made in TypeScript, in the order in which they were defined. */
  readonly documents?: readonly ProgramDocument[];
  /** What was found while they were made: it joins the findings of the result. */
  readonly findings?: readonly Detection[];
  /**
   * Called with each file, when it is read and when its documents are taken from it.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Loads a catalog. Throws nothing about its content: every problem of every file is in the result. A catalog without any
 * document is a problem as well: its output would be empty, and what stands at the gateways would go.
 */
export function loadCatalog(source: Source, options: LoadOptions = {}): LoadResult {
  const entries = new Map(source.list().map((entry) => [entry.path, entry]));
  const fileOf = (path: string) => (path === '' ? source.root : `${source.root}/${path}`);
  const { onProgress } = options;
  const ofPrograms = (options.documents ?? []).map(plainDocument);
  const programs = new Set(ofPrograms.map(({ at }) => at.file));
  const files = readDocuments(entries, fileOf, onProgress);
  const readFiles = [...files.values()];
  const told = telling(readFiles, 'files parsed', onProgress);
  const tokenPolicies = tokenPolicyNames(files.values(), ofPrograms);
  const library = new OpenApiLibrary({ entries, links: source.links?.() ?? new Map(), alreadyRead: files, fileOf });
  const fromOf = (file: string) => (file.startsWith(`${source.root}/`) ? file.slice(source.root.length + 1) : '');
  const definitions = definitionFiles(library, files, [
    ...apiReferences(files),
    ...ofPrograms.flatMap(({ at, value }) => apiReference(fromOf(at.file), value)),
  ]);
  const partFiles = new Set([...definitions.parts].map(fileOf));
  const { documents, findings, unknown, texts } = gather(
    told,
    ofPrograms,
    tokenPolicies,
    (file, value) => partFiles.has(file) && isPart(value),
  );
  const { valid, invalid, findings: wrong } = sortOut(documents);
  const others = otherFiles(entries, fileOf, {
    isKnown: (path) => isReadOrReported(files.get(path)),
    tokenPolicies,
  });
  const somethingUnread =
    [...files.values()].some((file) => file.findings.length > 0 || isEmpty(file)) || others.holdDocuments || unknown;
  const { catalog, findings: loose } = assemble({
    root: source.root,
    valid,
    invalid,
    somethingUnread,
    tornNames: readFiles.flatMap(tornNames),
    unusedDefinitions: somethingUnread ? [] : [...unusedDefinitions(definitions, entries, library, files)],
    // What is defined by a program elsewhere has its place nowhere in the catalog: its paths count from the catalog's folder.
    definitionOf: ({ value, places }) =>
      library.find(fromOf(places.file), String(value.openapi), places.at(['openapi'])),
  });
  const { findings: inOthers, texts: otherTexts } = others.found((path) => library.read.has(path));
  const found = [
    ...(options.findings ?? []),
    ...unreadFiles(files, library),
    ...emptyFiles(files, (path) => library.read.has(path)),
    ...inOthers,
    ...findings.filter((one) => !isFoundInText(one, inOthers)),
    ...wrong,
    ...library.findings,
    ...brokenReferences(library, definitions.references),
    ...loose,
    ...misplacedPrograms(entries.keys(), fileOf),
  ];
  if (documents.length + found.length === 0) found.push(emptyCatalog(source.root));
  return {
    catalog,
    findings: presentable(found),
    texts: new Map([...programTexts(entries, fileOf), ...library.texts(), ...otherTexts, ...texts]),
    counts: { files: files.size + programs.size, documents: documents.length },
  };
}

/** Whether a file's text is at hand, or a finding says that nobody could read it. */
function isReadOrReported(file: ReadFile | undefined): boolean {
  return (
    file !== undefined && (file.source.text !== '' || file.findings.some(({ code }) => code === 'unreadable-file'))
  );
}

/** A secret that a program writes out is reported where it is written, not where the document is made. */
function isFoundInText({ code, message, at }: Detection, inTexts: readonly Detection[]): boolean {
  return inTexts.some((other) => other.code === code && other.message === message && other.at.file === at.file);
}

function unreadFiles(files: ReadonlyMap<string, ReadFile>, library: OpenApiLibrary): readonly Detection[] {
  // A file above the limit of documents may be an OpenAPI file, which has a limit of its own.
  return [...files].flatMap(([path, file]) => (library.read.has(path) ? [] : file.findings));
}
