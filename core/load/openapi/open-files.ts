import type { Detection } from '../../model';
import { isMap, type Json } from '../../model';
import { filePosition, type Places, type SourceText, yamlPlaces } from '../documents/places';
import { parseText, type ReadFile, readFile, readText, textFinding } from '../documents/read-file';
import { jsonPlaces } from '../json-text/places';
import { readJson } from '../json-text/read';
import type { SourceEntry } from '../source/source';
import { MAX_OPENAPI_BYTES, MAX_OPENAPI_JSON_BYTES } from '../yaml/bounds';
import type { OpenApiFile } from './located';

/** A document of a file, or why it cannot be used. */
export interface TextDocument {
  readonly value: Json;
  readonly places: () => Places;
  readonly problems: readonly Detection[];
}

/** A file that was read for OpenAPI: YAML or JSON. */
export interface TextFile {
  readonly source: SourceText;
  readonly documents: readonly TextDocument[];
  /** Why the file could not be read, or not to its end. */
  readonly findings: readonly Detection[];
}

// Response codes are keys, and files rarely put them in quotes; a schema's bounds may be infinite.
const HARMLESS = new Set(['yaml-key', 'yaml-number']);

/**
 * Reads a file for OpenAPI. JSON is read by a parser for JSON, which takes far more of it in the same time and memory; what is not
 * quite JSON is read as YAML.
 *
 * @param earlier the file as it was read while looking for documents
 */
export function readForOpenApi(entry: SourceEntry, file: string, earlier: ReadFile | undefined): TextFile {
  if (/\.json$/i.test(entry.path)) return readJsonFile(entry, file);
  // What was too large for a document may still be read as an OpenAPI file.
  return yamlFile(earlier?.findings.length === 0 ? earlier : readFile(entry, file, MAX_OPENAPI_BYTES));
}

function yamlFile({ source, documents, findings }: ReadFile): TextFile {
  return {
    source,
    findings,
    documents: documents.map(({ value, marks, problems }) => ({
      value,
      places: () => yamlPlaces(source, value, marks),
      problems: problems
        .filter(({ code, lost }) => lost || !HARMLESS.has(code))
        .map((problem) => textFinding(source, problem)),
    })),
  };
}

function readJsonFile(entry: SourceEntry, file: string): TextFile {
  const { findings, ...source } = readText(entry, file, MAX_OPENAPI_JSON_BYTES);
  if (findings.length > 0) return { source, documents: [], findings };
  const json = readJson(source.text);
  if (json) {
    const problems = json.problems.map((problem) => textFinding(source, problem));
    return { source, findings, documents: [{ value: json.value, places: () => jsonPlaces(source), problems }] };
  }
  if (entry.size <= MAX_OPENAPI_BYTES) return yamlFile(parseText(source));
  const notJson = {
    code: 'invalid-openapi-file',
    message: `file is not JSON, and of other text at most ${MAX_OPENAPI_BYTES} bytes are read`,
    hint: 'correct its syntax; a JSON parser says where it stops',
    at: filePosition(file),
  } as const;
  return { source, documents: [], findings: [notJson] };
}

/** Whether a value is an API definition and not a document of the catalog. */
export function isDefinition(value: Json): boolean {
  return isMap(value) && !('kind' in value) && ('openapi' in value || 'swagger' in value);
}

/** A document as a file of a definition; undefined where its text does not say what it was meant to say. */
export function openApiFile(path: string, { value, places, problems }: TextDocument): OpenApiFile | undefined {
  return problems.length > 0 ? undefined : { path, root: value, places: places() };
}
