import type { Catalog, Detection, OnProgress } from '../model';
import { contractTexts } from './contracts/contract-texts';
import { assemble, unreadCatalog } from './documents/assemble';
import { programTexts, readDocuments, withProgress } from './documents/catalog-files';
import { emptyCatalog, emptyFiles, isEmpty } from './documents/empty-file';
import { gather } from './documents/gather';
import { otherFiles } from './documents/other-files';
import { type ProgramDocument, plainDocument } from './documents/program-document';
import type { ReadFile } from './documents/read-file';
import { tokenPolicyNames } from './documents/token-policies';
import { namesInBrokenText } from './documents/unread';
import { unsupportedFormat } from './documents/unsupported-format';
import { validateDocuments } from './documents/validate-documents';
import { brokenReferences } from './openapi/broken-references';
import { OpenApiLibrary } from './openapi/library';
import { apiReference, apiReferences, definitionFiles, isPart, unusedDefinitions } from './openapi/parts';
import { presentable } from './presentable';
import type { Source } from './source/source';
import { readTermsFiles } from './terms/read-terms-files';
import { misplacedPrograms } from './typescript/misplaced';

/** A loaded catalog. */
export interface LoadResult {
  /** Everything that could be loaded. Every document in it is valid, except those in `rejected`. */
  readonly catalog: Catalog;
  /** Everything found in single files and documents, sorted. The checks find what is wrong between documents. */
  readonly findings: readonly Detection[];
  /** The text of every file that a position can name, by its name in positions. */
  readonly texts: ReadonlyMap<string, string>;
  readonly counts: {
    /** YAML files, and files in which TypeScript defines documents. */
    readonly files: number;
    /** Documents in them, valid or not. */
    readonly documents: number;
  };
}

/** Documents of a catalog that are not in its YAML files: the result of `loadTypeScript`. */
export interface LoadOptions {
  /** Documents from TypeScript, in the order in which they were defined. */
  readonly documents?: readonly ProgramDocument[];
  /** Problems of the program that defines them; they are added to the findings of the result. */
  readonly findings?: readonly Detection[];
  /**
   * Called for each file that is read and parsed.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Loads a catalog. Never throws because of its content: every problem of every file is in the result. A catalog without documents
 * is a problem, too, because applying its empty output would remove everything from the gateways.
 */
export function loadCatalog(source: Source, options: LoadOptions = {}): LoadResult {
  const entries = new Map(source.list().map((entry) => [entry.path, entry]));
  const fileOf = (path: string) => (path === '' ? source.root : `${source.root}/${path}`);
  const { onProgress } = options;
  const ofPrograms = (options.documents ?? []).map(plainDocument);
  const programs = new Set(ofPrograms.map(({ at }) => at.file));
  const files = readDocuments(entries, fileOf, onProgress);
  const readFiles = [...files.values()];
  const reported = withProgress(readFiles, 'files parsed', onProgress);
  const tokenPolicies = tokenPolicyNames(files.values(), ofPrograms);
  const links = source.links?.() ?? new Map<string, string>();
  const library = new OpenApiLibrary({ entries, links, alreadyRead: files, fileOf });
  const fromOf = (file: string) => (file.startsWith(`${source.root}/`) ? file.slice(source.root.length + 1) : '');
  const definitions = definitionFiles(library, files, [
    ...apiReferences(files),
    ...ofPrograms.flatMap(({ at, value }) => apiReference(fromOf(at.file), value)),
  ]);
  const partFiles = new Set([...definitions.parts].map(fileOf));
  const { documents, findings, unknown, texts } = gather(
    reported,
    ofPrograms,
    tokenPolicies,
    (file, value) => partFiles.has(file) && isPart(value),
  );
  const counts = { files: files.size + programs.size, documents: documents.length };
  const unsupported = unsupportedFormat(documents);
  if (unsupported) return { catalog: unreadCatalog(source.root), findings: presentable([unsupported]), texts, counts };
  const { valid, invalid, findings: schemaFindings } = validateDocuments(documents);
  const others = otherFiles(entries, fileOf, {
    isKnown: (path) => isReadOrReported(files.get(path)),
    tokenPolicies,
  });
  const terms = readTermsFiles(entries, links, fileOf);
  const hasUnreadFiles =
    [...files.values()].some((file) => file.findings.length > 0 || isEmpty(file)) || others.containDocuments || unknown;
  const { catalog, findings: loose } = assemble({
    root: source.root,
    valid,
    invalid,
    hasUnreadFiles,
    namesInBrokenText: readFiles.flatMap(namesInBrokenText),
    unusedDefinitions: hasUnreadFiles ? [] : [...unusedDefinitions(definitions, entries, library, files)],
    terms,
    // The program may define documents outside the catalog. Their paths are relative to the catalog's folder.
    definitionOf: ({ value, positions }) =>
      library.find(fromOf(positions.file), String(value.openapi), positions.at(['openapi'])),
  });
  const { findings: inOthers, texts: otherTexts } = others.found((path) => library.read.has(path));
  const found = [
    ...(options.findings ?? []),
    ...unreadFiles(files, library),
    ...emptyFiles(files, (path) => library.read.has(path)),
    ...inOthers,
    ...findings.filter((one) => !isFoundInText(one, inOthers)),
    ...schemaFindings,
    ...library.findings,
    ...brokenReferences(library, definitions.references),
    ...loose,
    ...contractTexts(valid, { entries, links, fileOf, fromOf }),
    ...terms.findings,
    ...misplacedPrograms(entries.keys(), fileOf),
  ];
  if (documents.length + found.length === 0) found.push(emptyCatalog(source.root));
  return {
    catalog,
    findings: presentable(found),
    texts: new Map([...programTexts(entries, fileOf), ...library.texts(), ...terms.texts, ...otherTexts, ...texts]),
    counts,
  };
}

/** Whether a file has been read, or a finding reports that it cannot be read. */
function isReadOrReported(file: ReadFile | undefined): boolean {
  return (
    file !== undefined && (file.source.text !== '' || file.findings.some(({ code }) => code === 'unreadable-file'))
  );
}

/** A secret in the text of a program is reported there, not where the document is defined. */
function isFoundInText({ code, message, at }: Detection, inTexts: readonly Detection[]): boolean {
  return inTexts.some((other) => other.code === code && other.message === message && other.at.file === at.file);
}

function unreadFiles(files: ReadonlyMap<string, ReadFile>, library: OpenApiLibrary): readonly Detection[] {
  // A file above the limit for documents may be an OpenAPI file, which has its own limit.
  return [...files].flatMap(([path, file]) => (library.read.has(path) ? [] : file.findings));
}
