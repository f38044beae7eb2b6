import { assemble } from './assemble';
import type { Catalog } from './catalog';
import type { TypeScriptDocument } from './define';
import { type Diagnostic, sortDiagnostics } from './diagnostic';
import { classify, type RawDocument } from './documents/document';
import { callPlaces, yamlPlaces } from './documents/places';
import { type ReadFile, readFile, textDiagnostic } from './documents/read-file';
import { sortOut } from './documents/valid';
import { OpenApiLibrary } from './openapi/library';
import type { Source, SourceEntry } from './source';
import { MAX_DOCUMENT_BYTES } from './yaml/limits';

/** What came of loading a catalog. */
export interface LoadResult {
  /** Everything that could be loaded; every value in it is one that its schema allows. */
  readonly catalog: Catalog;
  /** Everything wrong with the files, sorted; what is wrong between documents is `checkCatalog`'s to find. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of every file that a position can name, by the name that positions use. */
  readonly texts: ReadonlyMap<string, string>;
  readonly counts: {
    /** YAML files that were read. */
    readonly files: number;
    /** Documents in them and from TypeScript, valid or not. */
    readonly documents: number;
  };
}

export interface LoadOptions {
  /** Documents made in TypeScript, in the order in which they were defined. */
  readonly documents?: readonly TypeScriptDocument[];
}

/** Loads a catalog. Throws nothing about its content: every problem of every file is in the result. */
export function loadCatalog(source: Source, options: LoadOptions = {}): LoadResult {
  const entries = new Map(source.list().map((entry) => [entry.path, entry]));
  const fileOf = (path: string) => (path === '' ? source.root : `${source.root}/${path}`);
  const files = readDocuments(entries, fileOf);
  const { documents, diagnostics, unknown } = gather(files, options.documents ?? []);
  const { valid, invalid, diagnostics: wrong } = sortOut(documents);
  const library = new OpenApiLibrary(entries, files, fileOf);
  const { catalog, diagnostics: loose } = assemble({
    valid,
    invalid,
    somethingUnread: [...files.values()].some((file) => file.diagnostics.length > 0) || unknown,
    definitionOf: ({ value, places }) =>
      library.find(places.file.slice(source.root.length + 1), String(value.openapi), places.at(['openapi'])),
  });
  return {
    catalog,
    diagnostics: sortDiagnostics([
      ...unreadFiles(files, library),
      ...diagnostics,
      ...wrong,
      ...library.diagnostics,
      ...loose,
    ]),
    texts: textsOf([...files.values(), ...library.read.values()]),
    counts: { files: files.size, documents: documents.length },
  };
}

/** Reads every file that may hold documents; and notes every entry that must not be read. */
function readDocuments(
  entries: ReadonlyMap<string, SourceEntry>,
  fileOf: (path: string) => string,
): ReadonlyMap<string, ReadFile> {
  const files = new Map<string, ReadFile>();
  for (const [path, entry] of entries) {
    if (entry.problem || /\.ya?ml$/i.test(path)) files.set(path, readFile(entry, fileOf(path), MAX_DOCUMENT_BYTES));
  }
  return files;
}

interface Gathered {
  readonly documents: readonly RawDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether there are documents of which nobody can tell what they were meant to be. */
  readonly unknown: boolean;
}

/** The documents of all files and of TypeScript, with what is wrong with their text. */
function gather(files: ReadonlyMap<string, ReadFile>, fromTypeScript: readonly TypeScriptDocument[]): Gathered {
  const documents: RawDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  let unknown = false;
  for (const { source, documents: inFile } of files.values()) {
    for (const { value, marks, problems } of inFile) {
      const intact = problems.length === 0;
      const classified = classify(value, yamlPlaces(source, value, marks), intact);
      // An API definition is examined when a document refers to it.
      if (classified.is === 'openapi') continue;
      if (classified.is === 'document') documents.push(classified.document);
      else {
        unknown = true;
        if (intact) diagnostics.push(classified.diagnostic);
      }
      diagnostics.push(...problems.map((problem) => textDiagnostic(source, problem)));
    }
  }
  for (const { document, at } of fromTypeScript) {
    const classified = classify(document, callPlaces(at, document), true);
    if (classified.is === 'document') documents.push(classified.document);
    else if (classified.is === 'unknown') {
      unknown = true;
      diagnostics.push(classified.diagnostic);
    }
  }
  return { documents, diagnostics, unknown };
}

function unreadFiles(files: ReadonlyMap<string, ReadFile>, library: OpenApiLibrary): readonly Diagnostic[] {
  // A file above the limit of documents may be an OpenAPI file, which has a limit of its own.
  return [...files].flatMap(([path, file]) => (library.read.has(path) ? [] : file.diagnostics));
}

function textsOf(files: readonly ReadFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ source }) => [source.file, source.text]));
}
