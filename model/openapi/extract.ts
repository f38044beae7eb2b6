import type { Diagnostic } from '../diagnostic';
import { type SourceText, yamlPlaces } from '../documents/places';
import { textDiagnostic } from '../documents/read-file';
import { isMap, type Json } from '../json';
import type { Path } from '../position';
import type { YamlDocument } from '../yaml/read';
import type { OpenApiDefinition } from './definition';
import type { OpenApiDocument } from './document';
import { readOperations } from './operations';
import { declaredScopes } from './security';

/** An OpenAPI file as Gatewright sees it; without a definition it cannot be used. */
export interface ExtractedDefinition {
  readonly definition?: OpenApiDefinition;
  readonly diagnostics: readonly Diagnostic[];
}

// A file in which everything is wrong is not explained to its end.
const MAX_FINDINGS = 100;

// Response codes are keys, and files rarely put them in quotes; a schema's bounds may be infinite.
const HARMLESS = new Set(['yaml-key', 'yaml-number']);

/** Takes what Gatewright needs out of an OpenAPI 3.0 or 3.1 document. */
export function extractDefinition(source: SourceText, { value, marks, problems }: YamlDocument): ExtractedDefinition {
  const harmful = problems.filter(({ code }) => !HARMLESS.has(code));
  if (harmful.length > 0) return { diagnostics: harmful.map((problem) => textDiagnostic(source, problem)) };
  const places = yamlPlaces(source, value, marks);
  const diagnostics: Diagnostic[] = [];
  const report: OpenApiDocument['report'] = (message, path, hint, part) => {
    if (diagnostics.length >= MAX_FINDINGS) return;
    const words = { code: 'openapi-invalid', severity: 'error', message, at: places.at(path, part) } as const;
    diagnostics.push(hint === undefined ? words : { ...words, hint });
  };
  const definition = isMap(value) ? define({ root: value, places, report }) : undefined;
  return diagnostics.length > 0 || !definition ? { diagnostics } : { definition, diagnostics };
}

function define(document: OpenApiDocument): OpenApiDefinition | undefined {
  const { root, places } = document;
  if (!supported(document)) return undefined;
  const info = isMap(root.info) ? root.info : {};
  const operations = readOperations(document);
  const scopes = new Set([
    ...[...new Set(operations.map((operation) => operation.scopes))].flat(2),
    ...declaredScopes(root),
  ]);
  return {
    file: places.file,
    title: text(document, info.title, ['info', 'title']),
    version: text(document, info.version, ['info', 'version']),
    paths: isMap(root.paths)
      ? Object.keys(root.paths)
          .filter((path) => !path.startsWith('x-'))
          .sort()
      : [],
    operations,
    scopes: [...scopes].sort(),
  };
}

function supported({ root, report }: OpenApiDocument): boolean {
  if (root.swagger !== undefined) {
    report('API definition is Swagger 2; allowed is OpenAPI 3.0 or 3.1', ['swagger'], 'convert it to OpenAPI 3');
    return false;
  }
  if (typeof root.openapi === 'string' && /^3\.[01](\.[0-9]+)?$/.test(root.openapi)) return true;
  const found = typeof root.openapi === 'string' ? `'${root.openapi.slice(0, 60)}'` : 'no text';
  report(
    `'openapi' is ${found}; allowed is 3.0.x or 3.1.x, in quotes where it has one dot`,
    ['openapi'],
    "write the version of OpenAPI that the file is in: 'openapi: 3.1.0'",
  );
  return false;
}

function text({ report, places }: OpenApiDocument, value: Json | undefined, path: Path): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  // 'version: 1.0' is a number to YAML; what is written is what is meant.
  if (typeof value === 'number') return places.sourceOf(path);
  report(`API definition has no '${path.join('.')}'`, path, `add '${path.join('.')}'`);
  return '';
}
