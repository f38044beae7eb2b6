import type { Position } from '../../model';
import { isMap, type Json } from '../../model';
import type { ReadFile } from '../documents/read-file';
import type { SourceEntry } from '../source/source';
import { MAX_OPENAPI_JSON_BYTES } from '../yaml/bounds';
import { decodeText } from '../yaml/text';
import type { OpenApiLibrary } from './library';
import { isDefinition } from './open-files';
import { referencedFile, referencesIn } from './references-in';

/** The files of a catalog that belong to API definitions. */
export interface DefinitionFiles {
  /** Files to which an Api refers. */
  readonly roots: ReadonlySet<string>;
  /** Files to which a `$ref` of another file refers. */
  readonly parts: ReadonlySet<string>;
  /** Each `$ref` of the files that belong to an Api, by the file's path. */
  readonly references: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Finds the files that belong to API definitions: those to which Api documents refer, valid or not, all other OpenAPI files, and
 * all files to which these refer.
 *
 * @param apis the `openapi` of each Api document, with the path of its file
 */
export function definitionFiles(
  library: OpenApiLibrary,
  files: ReadonlyMap<string, ReadFile>,
  apis: Iterable<readonly [from: string, reference: string]>,
): DefinitionFiles {
  const roots = new Set([...apis].map(([from, reference]) => library.pathOf(from, reference)));
  const others = [...files].filter(([, { documents }]) => documents.some(({ value }) => isDefinition(value)));
  const parts = new Set<string>();
  const visited = new Set<string>();
  const references = new Map<string, ReadonlySet<string>>();
  const visit = (starts: Iterable<string>) => {
    const waiting = [...starts];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (visited.has(path)) continue;
      visited.add(path);
      const found = (library.contentOf(path)?.documents ?? []).map(({ value }) => referencesIn(value));
      const all = new Set(found.flatMap((of) => [...of]));
      references.set(path, all);
      for (const reference of all) {
        const name = referencedFile(reference, path);
        const target: string = name === undefined ? path : library.pathOf('', name);
        if (target === path || !library.has(target)) continue;
        parts.add(target);
        waiting.push(target);
      }
    }
  };
  visit(roots);
  const ofApis = new Map(references);
  visit(others.map(([path]) => path));
  return { roots, parts, references: ofApis };
}

/** The `openapi` of every Api document in files, valid or not. */
export function* apiReferences(
  files: ReadonlyMap<string, ReadFile>,
): Iterable<readonly [from: string, reference: string]> {
  for (const [path, { documents }] of files) for (const { value } of documents) yield* apiReference(path, value);
}

/** The `openapi` of a document with the path of its file, if the document is an Api. */
export function apiReference(from: string, value: Json): readonly (readonly [from: string, reference: string])[] {
  return isMap(value) && value.kind === 'Api' && typeof value.openapi === 'string' ? [[from, value.openapi]] : [];
}

/** Whether a document of a file that is part of a definition does not look like a document of the catalog. */
export function isPart(value: Json): boolean {
  return !isMap(value) || !Object.keys(value).some((key) => key.toLowerCase() === 'kind');
}

const START_OF_DEFINITION = /^\s*\{\s*"(openapi|swagger)"\s*:/;

/** Positions of OpenAPI files to which no Api and no other file refers, so that they have no effect. */
export function* unusedDefinitions(
  { roots, parts }: DefinitionFiles,
  entries: ReadonlyMap<string, SourceEntry>,
  library: OpenApiLibrary,
  files: ReadonlyMap<string, ReadFile>,
): Iterable<Position> {
  // A broken reference has its own finding, and may be meant for one of the unused files.
  if ([...roots].some((path) => !library.has(path)) || [...files.values()].some(hasUnknownDocument)) return;
  for (const [path, entry] of entries) {
    if (roots.has(path) || parts.has(path)) continue;
    if (!(files.has(path) ? true : startsAsDefinition(path, entry))) continue;
    const content = library.contentOf(path);
    const document = content?.documents.find(({ value }) => isDefinition(value));
    if (!document || content?.findings.length !== 0) continue;
    yield document
      .positions()
      .at([isMap(document.value) && 'openapi' in document.value ? 'openapi' : 'swagger'], 'key');
  }
}

/** Whether a document is unknown because of errors in its text: it may be an Api. */
function hasUnknownDocument({ documents }: ReadFile): boolean {
  return documents.some(({ value, problems }) => !isDefinition(value) && problems.some(({ local }) => !local));
}

function startsAsDefinition(path: string, entry: SourceEntry): boolean {
  if (!/\.json$/i.test(path) || entry.problem || entry.size > MAX_OPENAPI_JSON_BYTES) return false;
  try {
    return START_OF_DEFINITION.test(decodeText(entry.read().subarray(0, 1000)).text);
  } catch {
    // No warning about a file that is not used and cannot be read.
    return false;
  }
}
