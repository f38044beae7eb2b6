/** `npm run e2e`: tries a gateway from end to end, with the sandbox of a copy of the sample catalog. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidVariable, readConfig, VARIABLES } from './config';
import { Reporter } from './reporter';
import { run } from './run';
import { LAST_STEPS, LOAD_STEPS, STEPS } from './steps';

const ROOT = join(__dirname, '..', '..', '..');

const HELP = `usage: npm run e2e -- [--load] [--clean] [--catalog DIR]

Applies the sandbox of a copy of a catalog to a gateway, proves with real calls that it does what the documents say, and takes it
away again.

  --load         sends calls from several partners for 30 seconds, and measures what the plugins cost
  --clean        first deletes what an earlier run left on the gateway
  --catalog DIR  the catalog that is copied; default: the sample

${VARIABLES.map(([name, meaning]) => `  ${name.padEnd(20)} ${meaning}`).join('\n')}
`;

/** Exit status: 0 all steps that could be done passed, 1 a step failed, 2 it could not begin, or what it rests on was not done. */
async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  // Whoever reads stops reading, as `head` does.
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
    const undone = await run({
      config: readConfig(process.env),
      reporter,
      catalog: values.catalog,
      steps: values.load ? LOAD_STEPS : STEPS,
      lastSteps: LAST_STEPS,
      clean: values.clean,
    });
    print(`\n${reporter.summary()}`);
    if (reporter.failed) return 1;
    if (undone === undefined) return 0;
    process.stderr.write(`nothing was proved: ${undone}\n`);
    return 2;
  } catch (error) {
    const usage =
      error instanceof InvalidVariable ||
      (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\n${usage ? "'npm run e2e -- --help' says more\n" : ''}`,
    );
    return 2;
  }
}

if (require.main === module)
  main(process.argv.slice(2)).then((status) => {
    process.exitCode = status;
  });
