/** `npm run e2e`: tests a gateway end to end, with the sandbox of a copy of the sample catalog. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidVariable, readConfig, VARIABLES } from './config';
import { Reporter } from './reporter';
import { run } from './run';
import { LAST_STEPS, LOAD_STEPS, STEPS } from './steps';

const ROOT = join(__dirname, '..', '..', '..');

const HELP = `usage: npm run e2e -- [--load] [--clean] [--catalog DIR]

Applies the sandbox of a copy of a catalog to a gateway, verifies with real calls that the gateway enforces it, and destroys it
again.

  --load         send calls from several partners for 30 seconds, and measure the overhead of the plugins
  --clean        first delete the entities of an earlier run from the gateway
  --catalog DIR  the catalog to copy; default: the sample

${VARIABLES.map(([name, meaning]) => `  ${name.padEnd(20)} ${meaning}`).join('\n')}
`;

/** Exit status: 0 no step failed, 1 a step failed, 2 the run could not start, or an essential step was skipped. */
async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  // The reader closed the pipe, as `head` does.
  process.stdout.once('error', () => process.exit(1));
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        load: { type: 'boolean', default: false },
        clean: { type: 'boolean', default: false },
        catalog: { type: 'string', default: join(ROOT, 'catalog') },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      print(HELP);
      return 0;
    }
    const reporter = new Reporter(print);
    const reason = await run({
      config: readConfig(process.env),
      reporter,
      catalog: values.catalog,
      steps: values.load ? LOAD_STEPS : STEPS,
      lastSteps: LAST_STEPS,
      clean: values.clean,
    });
    print(`\n${reporter.summary()}`);
    if (reporter.failed) return 1;
    if (reason === undefined) return 0;
    process.stderr.write(`the gateway was not tested: ${reason}\n`);
    return 2;
  } catch (error) {
    const usage =
      error instanceof InvalidVariable ||
      (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\n${usage ? "run 'npm run e2e -- --help' for usage\n" : ''}`,
    );
    return 2;
  }
}

if (require.main === module)
  main(process.argv.slice(2)).then((status) => {
    process.exitCode = status;
  });
