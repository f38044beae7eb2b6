import { resolve } from 'node:path';
import { type Catalog, didYouMean, type Finding, type OnProgress } from '../model';
import type { SynthesisResult, SynthesizeOptions } from '../output';
import { OUTPUT_FOLDER_HINT, outputFolderProblem } from '../output/output-folder';
import { recoverOutput } from '../output/real-folder';
import { synthesisFailure } from '../output/synthesis-failure';
import { type CatalogFolder, loadFolder } from './catalog-folder';
import { checkLoaded } from './check-catalog';
import { summaryRows } from './summary';
import { UsageError, UserError } from './user-error';

export interface SynthesisSettings {
  readonly folder: CatalogFolder;
  /** The folder that `out` starts from. */
  readonly cwd: string;
  /** The output folder as it was given. */
  readonly out: string;
  /** Environments whose stacks are made; none for all. */
  readonly environments: readonly string[];
  /** The day for which the stacks are made, 'YYYY-MM-DD'. */
  readonly asOf: string;
  /**
   * What makes the files, see SynthesizeOptions.
   * @default 'entities'
   */
  readonly from?: SynthesizeOptions['from'];
}

/** Called while the work goes on. */
export interface SynthesisListener {
  /** Called with the findings of the check, then with those about the former output; each list may be empty. */
  readonly onFindings: (findings: readonly Finding[], texts: ReadonlyMap<string, string>) => void;
  /**
   * Called with how much of the work is done.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
}

/** What was written. */
export interface WrittenOutput {
  readonly stacks: SynthesisResult['stacks'];
  /** Names of stacks that are no longer made, see SynthesisResult. */
  readonly removed: SynthesisResult['removed'];
  /** What the output has for each environment, below a heading. */
  readonly summary: readonly (readonly (string | number)[])[];
}

/**
 * Writes Terraform for the environments of a catalog, once it has passed the check. Undefined if it has errors; nothing is written
 * then.
 *
 * @throws UsageError when the output folder or an environment is invalid, or the installation is incomplete
 * @throws UserError when the output cannot be written; it is then as it was
 */
export function synthesizeCatalog(
  { folder, cwd, out, environments, asOf, from }: SynthesisSettings,
  { onFindings, onProgress }: SynthesisListener,
): WrittenOutput | undefined {
  const misplaced = outputFolderProblem(out, cwd, folder.path);
  if (misplaced !== undefined) throw new UsageError(misplaced, OUTPUT_FOLDER_HINT);
  const loaded = loadFolder(folder, onProgress);
  const { catalog, texts } = loaded;
  refuseUnknown(environments, catalog);
  const checked = checkLoaded(loaded, asOf, onProgress);
  onFindings(checked.findings, texts);
  if (checked.hasErrors) {
    recoverOutput(resolve(cwd, out));
    return undefined;
  }
  const asked = environments.length > 0 ? environments : undefined;
  const { stacks, removed, warnings } = write(cwd, out, {
    catalog,
    asOf,
    environments: asked,
    from,
    onProgress,
  });
  onFindings(warnings, texts);
  return { stacks, removed, summary: summaryRows(catalog, asOf, stacks) };
}

function write(cwd: string, out: string, options: SynthesizeOptions): SynthesisResult {
  try {
    // Loaded here, because nothing else needs the provider's schema, which may be missing.
    const { synthesizeTo } = require('../output') as typeof import('../output');
    return synthesizeTo(resolve(cwd, out), options);
  } catch (error) {
    const failure = synthesisFailure(error, out);
    if (!failure) throw error;
    const Kind = failure.status === 2 ? UsageError : UserError;
    throw new Kind(failure.message, failure.hint);
  }
}

function refuseUnknown(names: readonly string[], { environments }: Catalog): void {
  for (const name of names)
    if (!environments.has(name))
      throw new UsageError(`there is no environment '${name}'`, didYouMean(name, environments.keys(), 'environments'));
}
