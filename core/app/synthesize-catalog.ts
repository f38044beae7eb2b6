import { resolve } from 'node:path';
import { compareWithOutput } from '../checks';
import { type Catalog, didYouMean, type Finding, type OnProgress } from '../model';
import type { SynthesisResult, SynthesizeOptions } from '../output';
import { OUTPUT_FOLDER_HINT, outputFolderProblem } from '../output/output-folder';
import { recoverOutput } from '../output/real-folder';
import { synthesisFailure } from '../output/synthesis-failure';
import { type CatalogFolder, loadFolder } from './catalog-folder';
import { checkLoaded } from './check-catalog';
import { summaryRows } from './summary';
import { UsageError, UserError } from './user-error';

export interface SynthesisRequest {
  readonly folder: CatalogFolder;
  /** The folder that `out` is relative to. */
  readonly cwd: string;
  /** The output folder as the user named it. */
  readonly out: string;
  /** Environments to synthesize; empty for all. */
  readonly environments: readonly string[];
  /** The as-of date, 'YYYY-MM-DD'. */
  readonly asOf: string;
  /**
   * What renders the files, see SynthesizeOptions.
   * @default 'entities'
   */
  readonly from?: SynthesizeOptions['from'];
}

/** Callbacks during synthesis. */
export interface SynthesisListener {
  /** Called with the findings of the check, then with those about the previous output; each list may be empty. */
  readonly onFindings: (findings: readonly Finding[], texts: ReadonlyMap<string, string>) => void;
  /**
   * Called with the progress of the work.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
}

/** The output that was written. */
export interface WrittenOutput {
  readonly stacks: SynthesisResult['stacks'];
  /** Names of the stacks that are no longer in the output, see SynthesisResult. */
  readonly removed: SynthesisResult['removed'];
  /** A table of the output with a heading and one row per environment. */
  readonly summary: readonly (readonly (string | number)[])[];
}

/**
 * Checks a catalog and writes Terraform for its environments. Returns undefined, and writes nothing, if the catalog has errors.
 *
 * @throws UsageError if the output folder or an environment is invalid, or the installation is incomplete
 * @throws UserError if the output cannot be written; it is unchanged then
 */
export function synthesizeCatalog(
  { folder, cwd, out, environments, asOf, from }: SynthesisRequest,
  { onFindings, onProgress }: SynthesisListener,
): WrittenOutput | undefined {
  const misplaced = outputFolderProblem(out, cwd, folder.path);
  if (misplaced !== undefined) throw new UsageError(misplaced, OUTPUT_FOLDER_HINT);
  const loaded = loadFolder(folder, onProgress);
  const { catalog, texts } = loaded;
  rejectUnknown(environments, catalog);
  const checked = checkLoaded(loaded, asOf, onProgress);
  onFindings(checked.findings, texts);
  if (checked.hasErrors) {
    recoverOutput(resolve(cwd, out));
    return undefined;
  }
  const selected = environments.length > 0 ? environments : undefined;
  const { stacks, removed, previous } = write(cwd, out, {
    catalog,
    asOf,
    environments: selected,
    from,
    onProgress,
  });
  onFindings(compareWithOutput(catalog, asOf, previous), texts);
  return { stacks, removed, summary: summaryRows(catalog, asOf, stacks) };
}

function write(cwd: string, out: string, options: SynthesizeOptions): SynthesisResult {
  try {
    // Load it only here: it needs the provider's schema, which may be missing.
    const { synthesizeTo } = require('../output') as typeof import('../output');
    return synthesizeTo(resolve(cwd, out), options);
  } catch (error) {
    const failure = synthesisFailure(error, out);
    if (!failure) throw error;
    const Kind = failure.status === 2 ? UsageError : UserError;
    throw new Kind(failure.message, failure.hint);
  }
}

function rejectUnknown(names: readonly string[], { environments }: Catalog): void {
  for (const name of names)
    if (!environments.has(name))
      throw new UsageError(
        `environment '${name}' does not exist`,
        didYouMean(name, environments.keys(), 'environments'),
      );
}
