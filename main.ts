/**
 * The CDK app that cdktf.json names: what `gatewright synth` does, for the CLI of CDK Terrain. It takes no arguments; the
 * environment may say otherwise than the defaults; a variable that is set and empty is refused:
 * GATEWRIGHT_CATALOG (`catalog`), CDKTF_OUTDIR (`cdktf.out`), GATEWRIGHT_AS_OF (today in UTC, 'YYYY-MM-DD').
 */

import { statSync } from 'node:fs';
import { findings } from './core/checks';
import { FolderSource, loadCatalog, loadTypeScript } from './core/load';
import { type Diagnostic, hasErrors } from './core/model';
import { DAY_FORM, isDay } from './core/model/units';
import { fileProblem } from './core/model/wording';
import { isErrorLike } from './core/model/wording/thrown';
import { OUTPUT_FOLDER_HINT, outputFolderProblem } from './core/output/output-folder';
import { removedLines, synthesisFailure } from './core/output/synthesis-failure';
import { printable, report, watchStreams, withoutSecrets } from './core/report';

export interface Settings {
  readonly catalogFolder: string;
  readonly outFolder: string;
  readonly asOf: string;
}

type Print = (text: string) => void;

/**
 * Checks the catalog and writes its stacks, unless the check finds an error. Never throws. Returns the exit status: 1 for
 * findings and what was refused, 2 for settings that are wrong and errors of our own.
 */
export function main(settings: Settings, print: Print): 0 | 1 | 2 {
  try {
    const wrong = problemOf(settings);
    return wrong === undefined ? synth(settings, print) : fail(print, wrong, 2);
  } catch (error) {
    const failure = synthesisFailure(error, settings.outFolder);
    if (failure) return fail(print, [failure.message, failure.hint], failure.status);
    const debug = (process.env.GATEWRIGHT_DEBUG ?? '') !== '';
    const { message, stack = message } = isErrorLike(error) ? error : new Error(String(error));
    print(`internal error: ${printable(message)}\n`);
    print(
      debug
        ? `${withoutSecrets(stack)}\n`
        : '       this is a bug in gatewright; run it again with GATEWRIGHT_DEBUG=1\n',
    );
    return 2;
  }
}

function synth({ catalogFolder, outFolder, asOf }: Settings, print: Print): 0 | 1 {
  const fromCode = loadTypeScript(catalogFolder, catalogFolder);
  const loaded = loadCatalog(new FolderSource(catalogFolder, catalogFolder), fromCode);
  const show = (found: readonly Diagnostic[]) =>
    print(report(found, { format: 'pretty', texts: loaded.texts, color: false }));
  const found = findings(loaded, asOf);
  show(found);
  if (hasErrors(found)) return 1;
  // Loaded here, because the bindings may be missing, which is told in words.
  const { synthesizeTo } = require('./core/output') as typeof import('./core/output');
  const { stacks, removed, warnings } = synthesizeTo(outFolder, { catalog: loaded.catalog, asOf });
  show(warnings);
  for (const line of removedLines(removed, outFolder)) print(`${line}\n`);
  print(`${stacks.length} stacks as of ${asOf} in ${outFolder}\n`);
  return 0;
}

/** What is wrong with the settings and what would be right; undefined if nothing is. */
function problemOf({
  catalogFolder,
  outFolder,
  asOf,
}: Settings): readonly [message: string, hint?: string] | undefined {
  if (catalogFolder.trim() === '')
    return ['GATEWRIGHT_CATALOG is empty', "name the catalog's folder in it, or unset it"];
  if (!isDay(asOf)) return [`'${asOf}' is no day: GATEWRIGHT_AS_OF has to be ${DAY_FORM}`];
  if (statSync(catalogFolder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return [`there is no folder '${catalogFolder}'`, "name the catalog's folder in GATEWRIGHT_CATALOG"];
  const misplaced = outputFolderProblem(outFolder, process.cwd(), catalogFolder);
  return misplaced === undefined ? undefined : [misplaced, OUTPUT_FOLDER_HINT];
}

function fail<Status>(print: Print, [message, hint]: readonly [string, (string | undefined)?], status: Status): Status {
  print(`error: ${printable(message)}\n`);
  if (hint !== undefined) print(`       ${printable(hint)}\n`);
  return status;
}

if (require.main === module) {
  watchStreams(fileProblem);
  const today = new Date().toISOString().slice(0, 10);
  const { GATEWRIGHT_CATALOG = 'catalog', CDKTF_OUTDIR = 'cdktf.out', GATEWRIGHT_AS_OF = today } = process.env;
  const settings = { catalogFolder: GATEWRIGHT_CATALOG, outFolder: CDKTF_OUTDIR, asOf: GATEWRIGHT_AS_OF };
  process.exitCode = main(settings, (text) => process.stderr.write(text));
}
