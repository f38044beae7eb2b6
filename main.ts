/**
 * The CDK app of cdktf.json: runs `gatewright synth` for the CLI of CDK Terrain. It takes no arguments. Environment variables
 * override the defaults, and must not be empty: GATEWRIGHT_CATALOG (`catalog`), CDKTF_OUTDIR (`cdktf.out`), GATEWRIGHT_AS_OF (today
 * in UTC, 'YYYY-MM-DD').
 */

import { checkOf, dateProblem, resolveCatalogFolder, synthesizeCatalog, UsageError, UserError } from './core/app';
import {
  colorizer,
  describeRemovedStacks,
  formatError,
  formatInternalError,
  report,
  watchStreams,
} from './core/report';

export interface AppOptions {
  readonly catalogFolder: string;
  readonly outFolder: string;
  readonly asOf: string;
}

type Print = (text: string) => void;

/**
 * Checks the catalog and writes its stacks if the check passes. Never throws. Returns the exit status: 1 for findings and refused
 * input, 2 for invalid settings and internal errors.
 */
export function main(settings: AppOptions, print: Print): 0 | 1 | 2 {
  const colorize = colorizer(false);
  try {
    return synth(settings, print);
  } catch (error) {
    if (error instanceof UserError) {
      print(formatError(error, colorize));
      return error instanceof UsageError ? 2 : 1;
    }
    const debug = (process.env.GATEWRIGHT_DEBUG ?? '') !== '';
    const advice = 'this is a bug in gatewright; run it again with GATEWRIGHT_DEBUG=1';
    print(formatInternalError(error, { debug, advice, colorize }));
    return 2;
  }
}

function synth({ catalogFolder: directory, outFolder, asOf }: AppOptions, print: Print): 0 | 1 {
  const problem = dateProblem(asOf);
  if (problem !== undefined) throw new UsageError(`'${asOf}' is not a valid date: GATEWRIGHT_AS_OF ${problem}`);
  const cwd = process.cwd();
  const folder = resolveCatalogFolder({ cwd, defaultCatalog: DEFAULT_CATALOG, isEnvOnly: true }, directory);
  const written = synthesizeCatalog(
    { folder, cwd, out: outFolder, environments: [], asOf, from: 'constructs' },
    { onFindings: (findings, texts) => print(report(findings, { format: 'pretty', texts, color: false, checkOf })) },
  );
  if (!written) return 1;
  print(describeRemovedStacks(written.removed, outFolder));
  print(`${written.stacks.length} stacks as of ${asOf} in ${outFolder}\n`);
  return 0;
}

const DEFAULT_CATALOG = 'catalog';

if (require.main === module) {
  watchStreams();
  const today = new Date().toISOString().slice(0, 10);
  const { GATEWRIGHT_CATALOG = DEFAULT_CATALOG, CDKTF_OUTDIR = 'cdktf.out', GATEWRIGHT_AS_OF = today } = process.env;
  const settings = { catalogFolder: GATEWRIGHT_CATALOG, outFolder: CDKTF_OUTDIR, asOf: GATEWRIGHT_AS_OF };
  process.exitCode = main(settings, (text) => process.stderr.write(text));
}
