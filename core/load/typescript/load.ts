import { existsSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { createJiti } from 'jiti';
import type { Diagnostic, Position, TypeScriptDocument } from '../../model';
import type { CallSite } from '../../model/call-site';
import { type DefinedDocument, definedDuring } from '../../model/definer';
import * as kinds from '../../model/kinds';
import { documentLabel } from '../documents/label';
import { contained } from './contained';
import { exportSite } from './export-site';
import { exportedDocuments } from './exported';
import { failureOf } from './failure';
import { CATALOG_FILE } from './misplaced';
import { OriginalPlaces } from './original';

/** Documents made in TypeScript, and what went wrong. */
export interface TypeScriptResult {
  readonly documents: readonly TypeScriptDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs the catalog's `gatewright.catalog.ts`, if there is one, and takes the documents that it exports, in the order in which
 * they were defined. The file is a program: it can do whatever its author may do, but what it prints goes to standard error, and
 * it cannot end the process. Throws nothing.
 *
 * @param folder path of the catalog's folder
 * @param root name of the folder as messages show it; default: its last part
 */
export function loadTypeScript(folder: string, root: string = basename(resolve(folder))): TypeScriptResult {
  const file = join(resolve(folder), CATALOG_FILE);
  if (!existsSync(file)) return { documents: [], diagnostics: [] };
  const places = new Places(resolve(folder), root);
  // Nothing is kept between two loads, in memory or on disk: the file may have changed.
  const jiti = createJiti(file, {
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    virtualModules: { 'gatewright/model': kinds },
  });
  try {
    return contained(() => {
      const { result, defined } = definedDuring(() => jiti(file) as Readonly<Record<string, unknown>>);
      return collect(result, defined, places);
    });
  } catch (error) {
    const { message, hint, site, word, inSource } = failureOf(error, (path) => places.belongs(path));
    const at = site
      ? places.position(inSource ? site : places.original(site, word))
      : places.position({ file, line: 1, column: 1 });
    return {
      documents: [],
      diagnostics: [{ code: 'typescript-failed', severity: 'error', message, ...(hint && { hint }), at }],
    };
  }
}

function collect(
  moduleExports: Readonly<Record<string, unknown>>,
  defined: readonly DefinedDocument[],
  places: Places,
): TypeScriptResult {
  const { documents, bare, promises, strange } = exportedDocuments(moduleExports);
  const file = join(places.folder, CATALOG_FILE);
  const top = places.position({ file, line: 1, column: 1 });
  const elsewhere = [...documents].filter((document) => !defined.includes(document));
  return {
    documents: [...defined.filter((document) => documents.has(document)), ...elsewhere].map((made) => ({
      document: made.document,
      at: places.ofCall(made),
    })),
    diagnostics: [
      ...defined.filter((document) => !documents.has(document)).map((made) => notExported(made, places)),
      ...bare.map(({ name, kind }) => exportedBare(name, kind, top)),
      ...promises.map((name) => exportedPromise(name, top)),
      ...strange.map(({ name, what }) => exportedStrange(name, what, places.position(exportSite(file, name)))),
    ],
  };
}

function notExported(made: DefinedDocument, places: Places): Diagnostic {
  return {
    code: 'not-exported',
    severity: 'warning',
    message: `${documentLabel(made.document) ?? 'a document'} is defined here and not exported by ${CATALOG_FILE}, so it is not in the catalog`,
    hint: 'export it, by itself or in a list',
    at: places.ofCall(made),
  };
}

function exportedBare(name: string, kind: string, at: Position): Diagnostic {
  return {
    code: 'not-defined',
    severity: 'error',
    message: `export '${name}' looks like a document of kind ${kind}, and was not made by define${kind}`,
    hint: `write define${kind}({ … }) without the kind`,
    at,
  };
}

function exportedPromise(name: string, at: Position): Diagnostic {
  return {
    code: 'not-defined',
    severity: 'error',
    message: `export '${name}' is a promise; a catalog file cannot wait`,
    hint: 'export the documents themselves',
    at,
  };
}

function exportedStrange(name: string, what: string, at: Position): Diagnostic {
  const example =
    name === 'default' ? 'export default [defineTeam({ … })]' : `export const ${name} = [defineTeam({ … })]`;
  return {
    code: 'not-defined',
    severity: 'error',
    message: `export '${name}' is ${what}; a catalog file exports documents, and lists of them`,
    hint: what === 'a function' ? `call it where it is exported: ${example}` : `write ${example}`,
    at,
  };
}

/** Turns places in running code into positions in the catalog. */
class Places {
  private readonly originals: OriginalPlaces;

  constructor(
    readonly folder: string,
    private readonly root: string,
  ) {
    this.originals = new OriginalPlaces(folder);
  }

  /** Whether a file is in the catalog's folder, packages apart. */
  belongs(file: string): boolean {
    return file.startsWith(this.folder + sep) && !file.includes(`${sep}node_modules${sep}`);
  }

  original(site: CallSite, word?: string): CallSite {
    return this.originals.of(site, word);
  }

  ofCall({ call, document }: DefinedDocument): Position {
    const word = `define${document.kind}`;
    return { ...this.position(this.original(call, word)), length: word.length };
  }

  position({ file, line, column }: CallSite): Position {
    const path = relative(this.folder, file).split(sep).join('/');
    return { file: `${this.root}/${path}`, line, column, path: '', length: 1 };
  }
}
