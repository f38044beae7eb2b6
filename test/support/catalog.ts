import { type LoadResult, loadCatalog, MemorySource } from '../../core/load';
import type { Catalog, Detection } from '../../core/model';

/** Content of each file, by path: `{ 'tiers.yaml': 'kind: Tier\n…' }`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Loads a catalog from files. */
export function loadFiles(files: Files): LoadResult {
  return loadCatalog(new MemorySource(files));
}

/** Loads one YAML text as `catalog/catalog.yaml`, with an OpenAPI file with one operation at `./openapi.yaml`. */
export function loadText(text: string): LoadResult {
  return loadFiles({ 'catalog.yaml': text, 'openapi.yaml': OPENAPI });
}

/** Loads a catalog; throws if anything is found in it. */
export function catalogOf(files: Readonly<Record<string, string>> | string): Catalog {
  const { catalog, findings } = typeof files === 'string' ? loadText(files) : loadFiles(files);
  if (findings.length > 0) throw new Error(`the catalog of the test has errors:\n${brief(findings).join('\n')}`);
  return catalog;
}

/** Findings as lines: `catalog/tiers.yaml:3:7 unknown-field field 'x' …`. */
export function brief(findings: readonly Detection[]): readonly string[] {
  return findings.map(({ at, code, message }) => `${at.file}:${at.line}:${at.column} ${code} ${message}`);
}

/** An OpenAPI file with one operation, `check` (POST /check), that requires the scope `sim-swap:check`. */
export const OPENAPI = `openapi: 3.0.3
info: { title: SIM Swap, version: 2.1.0 }
paths:
  /check:
    post:
      operationId: check
      security: [{ openId: [sim-swap:check] }]
      responses: { '200': { description: OK } }
`;
