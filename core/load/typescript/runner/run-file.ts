import { createJiti } from 'jiti';
import * as kinds from '../../../model/kinds';
import { type DefinedDocument, definedDuring } from '../../../model/kinds/definer';

/** The exports of a file, and the documents that were defined while it ran, exported or not. */
export interface Ran {
  readonly moduleExports: Readonly<Record<string, unknown>>;
  readonly defined: readonly DefinedDocument[];
}

/** Runs a TypeScript file and its imports, with this package as `gatewright/model`. Throws what the file throws. */
export function runFile(file: string): Ran {
  const jiti = createJiti(file, {
    // The file may have changed since the last run.
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    virtualModules: { 'gatewright/model': kinds },
  });
  const { result, defined } = definedDuring(() => jiti(file) as Ran['moduleExports']);
  return { moduleExports: result, defined };
}
