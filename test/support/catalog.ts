import { type LoadResult, loadCatalog, MemorySource } from '../../core/load';
import type { Catalog, Finding } from '../../core/model';

/** Loads a catalog from texts by path: `{ 'tiers.yaml': 'kind: Tier\n…' }`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export function loadFiles(files: Readonly<Record<string, string | Uint8Array>>): LoadResult {
  return loadCatalog(new MemorySource(files));
}

/** Loads one YAML text as `catalog/catalog.yaml`, with an OpenAPI file at `./openapi.yaml` that has one operation. */
export function loadText(text: string): LoadResult {
  return loadFiles({ 'catalog.yaml': text, 'openapi.yaml': OPENAPI });
}

/** The catalog of texts that have to be right: throws what is wrong with them. */
export function catalogOf(files: Readonly<Record<string, string>> | string): Catalog {
  const { catalog, diagnostics } = typeof files === 'string' ? loadText(files) : loadFiles(files);
  if (diagnostics.length > 0) throw new Error(`the catalog of a test is wrong:\n${brief(diagnostics).join('\n')}`);
  return catalog;
}

/** Diagnostics as lines: `catalog/tiers.yaml:3:7 unknown-field field 'x' …`. */
export function brief(diagnostics: readonly Finding[]): readonly string[] {
  return diagnostics.map(({ at, code, message }) => `${at.file}:${at.line}:${at.column} ${code} ${message}`);
}

/** An OpenAPI file with one operation, `check` (POST /check), that needs the scope `sim-swap:check`. */
export const OPENAPI = `openapi: 3.0.3
info: { title: SIM Swap, version: 2.1.0 }
paths:
  /check:
    post:
      operationId: check
      security: [{ openId: [sim-swap:check] }]
      responses: { '200': { description: OK } }
`;
