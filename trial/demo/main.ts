/**
 * `npm run demo`: applies the sandbox of a copy of the sample catalog to a gateway, makes calls, onboards a partner, changes a
 * limit, and destroys everything again. `--stay` keeps everything until Ctrl-C.
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../e2e/config';
import { AdminApi, readFacts } from '../e2e/gateway-facts';
import { countManaged } from '../e2e/leftovers';
import { unsupportedReason } from '../e2e/run';
import { Caller } from '../e2e/setup/caller';
import { findEngine } from '../e2e/setup/terraform';
import { grantsOf, startTrial, type Trial } from '../e2e/setup/trial';
import { apply, callTheSample, changeLimit, onboard } from './tour';

const ROOT = join(__dirname, '..', '..', '..');

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { stay: { type: 'boolean', default: false }, catalog: { type: 'string', default: join(ROOT, 'catalog') } },
  });
  const config = readConfig(process.env);
  const admin = new AdminApi(config.adminUrl, config.adminToken);
  const facts = await readFacts(admin);
  const engine = findEngine(process.env.PATH);
  const reason = unsupportedReason(facts, engine);
  if (reason !== undefined || engine === undefined) throw new Error(reason);
  if ((await countManaged(admin)).size > 0)
    throw new Error(
      "the gateway already has entities of Gatewright; destroy them, or delete those of an earlier run with 'npm run e2e -- --clean'",
    );
  const trial = await startTrial({ config, facts, engine, catalog: values.catalog });
  try {
    await tour(trial, values.stay);
  } finally {
    await trial.close(false);
  }
}

async function tour(trial: Trial, stay: boolean): Promise<void> {
  const say = (text: string) => process.stdout.write(text.startsWith('#') ? `\n${text}\n` : `${text}\n`);
  try {
    say(`# Apply the sandbox to Kong ${trial.facts.version}`);
    await apply(trial, say);
    await waitForRoutes(trial);
    await callTheSample(trial, say);
    await onboard(trial, say);
    await changeLimit(trial, say);
    if (stay) {
      say(
        `\neverything is kept until Ctrl-C; the catalog is in ${trial.folder}/catalog, the issuer is ${trial.components.issuerServer.localUrl}`,
      );
      await once(process, 'SIGINT');
    }
  } finally {
    say('# Destroy everything');
    say(`${await trial.stacks.destroy()} resources destroyed`);
  }
}

/** Kong's workers load new routes with a short delay. */
async function waitForRoutes(trial: Trial): Promise<void> {
  const caller = new Caller(trial);
  const [grant] = grantsOf(trial).filter(({ mtls }) => !mtls);
  if (!grant) return;
  const isMissing = async () => (await caller.call(grant, { token: null })).status === 404;
  for (let tries = 0; tries < 100 && (await isMissing()); tries++) await wait(100);
}

if (require.main === module)
  main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  });
