import type { Detection } from '../../model';
import { isMap, type Json } from '../../model';
import { filePosition, type Positions, type SourceText, yamlPositions } from '../documents/positions';
import { parseText, type ReadFile, readFile, readText, textFinding } from '../documents/read-file';
import { jsonPositions } from '../json-text/positions';
import { readJson } from '../json-text/read';
import type { SourceEntry } from '../source/source';
import { MAX_OPENAPI_BYTES, MAX_OPENAPI_JSON_BYTES } from '../yaml/bounds';
import type { OpenApiFile } from './located';

/** A document of a file, with the problems because of which it cannot be used. */
export interface TextDocument {
  readonly value: Json;
  readonly positions: () => Positions;
  readonly problems: readonly Detection[];
}

/** A YAML or JSON file that was read for OpenAPI. */
export interface TextFile {
  readonly source: SourceText;
  readonly documents: readonly TextDocument[];
  /** Why the file could not be read, or not completely. */
  readonly findings: readonly Detection[];
}

// Response codes are keys, which are rarely quoted; limits in schemas may be infinite.
const HARMLESS = new Set(['yaml-key', 'yaml-number']);

/**
 * Reads a file for OpenAPI. JSON is read by a JSON parser, which is much cheaper than a YAML parser; invalid JSON is read as YAML.
 *
 * @param earlier the file as it was read while looking for documents
 */
export function readForOpenApi(entry: SourceEntry, file: string, earlier: ReadFile | undefined): TextFile {
  if (/\.json$/i.test(entry.path)) return readJsonFile(entry, file);
  // A file that is too large for documents may still be an OpenAPI file.
  return yamlFile(earlier?.findings.length === 0 ? earlier : readFile(entry, file, MAX_OPENAPI_BYTES));
}

function yamlFile({ source, documents, findings }: ReadFile): TextFile {
  return {
    source,
    findings,
    documents: documents.map(({ value, marks, problems }) => ({
      value,
      positions: () => yamlPositions(source, value, marks),
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
    return { source, findings, documents: [{ value: json.value, positions: () => jsonPositions(source), problems }] };
  }
  if (entry.size <= MAX_OPENAPI_BYTES) return yamlFile(parseText(source));
  const notJson = {
    code: 'invalid-openapi-file',
    message: `file is not valid JSON; at most ${MAX_OPENAPI_BYTES} bytes are read as YAML`,
    hint: 'correct its syntax; a JSON parser reports the position of the error',
    at: filePosition(file),
  } as const;
  return { source, documents: [], findings: [notJson] };
}

/** Whether a value is an API definition and not a document of the catalog. */
export function isDefinition(value: Json): boolean {
  return isMap(value) && !('kind' in value) && ('openapi' in value || 'swagger' in value);
}

/** A document as a file of a definition; undefined if its text has errors. */
export function openApiFile(path: string, { value, positions, problems }: TextDocument): OpenApiFile | undefined {
  return problems.length > 0 ? undefined : { path, root: value, positions: positions() };
}
