import { join } from 'node:path';
import type { SuiteConfig } from './config';
import { AdminApi, type GatewayFacts, proxyAddress, readFacts } from './gateway-facts';
import { countManaged, deleteLeftovers } from './leftovers';
import { PARTNERS } from './partners';
import type { Outcome, Reporter } from './reporter';
import { findEngine } from './setup/terraform';
import { startTrial, type Trial } from './setup/trial';
import { Skipped, type Step } from './steps/step';

/** What Gatewright's own plugins are called. */
const OWN_PLUGINS = [
  'partner-token',
  'partner-mtls',
  'partner-consent',
  'partner-errors',
  'partner-tier-limit',
  'partner-masking',
];

export interface RunProps {
  readonly config: SuiteConfig;
  readonly reporter: Reporter;
  /** Folder of the catalog that is copied. */
  readonly catalog: string;
  readonly steps: readonly Step[];
  /** Steps that are done at the end whatever happened before. */
  readonly lastSteps: readonly Step[];
  /** Whether entities that an earlier run left behind are deleted first. */
  readonly clean: boolean;
}

/**
 * Reads what the gateway is, and does the steps on it. When one fails the others are still done, but nothing is applied once
 * more on top of something that could not be applied.
 *
 * @returns why a step without which the others prove nothing was not done; undefined where all of those were
 */
export async function run({
  config,
  reporter,
  catalog,
  steps,
  lastSteps,
  clean,
}: RunProps): Promise<string | undefined> {
  const admin = new AdminApi(config.adminUrl, config.adminToken);
  const facts = await readFacts(admin);
  describe(reporter, config, facts);
  const engine = findEngine(process.env.PATH);
  const reason = unsupportedReason(facts, engine);
  if (reason !== undefined || engine === undefined) {
    for (const step of [...steps, ...lastSteps]) skip(reporter, step, String(reason));
    return reason;
  }
  const trial = await startTrial({ config, facts, engine, catalog, partners: PARTNERS });
  try {
    await requireEmptyGateway(trial, reporter, clean);
    let undone: string | undefined;
    let applied = true;
    let stopped = false;
    process.once('SIGINT', () => {
      stopped = true;
      reporter.print('\nstopping: what was applied is taken away first');
    });
    for (const step of steps) {
      const why = stopped ? 'stopped by Ctrl-C' : applied ? undefined : 'nothing is applied';
      const ended = why === undefined ? await perform(reporter, trial, step) : skip(reporter, step, why);
      if (!step.essential || ended.outcome === 'ok') continue;
      applied = false;
      undone ??= ended.reason;
    }
    for (const step of lastSteps) await perform(reporter, trial, step);
    return undone;
  } finally {
    if (reporter.failed) reporter.print(`\nwhat the run wrote stays in ${trial.folder}`);
    await trial.close(reporter.failed);
  }
}

function describe(reporter: Reporter, config: SuiteConfig, facts: GatewayFacts): void {
  const { edition, version, database, plugins, supportsWorkspaces } = facts;
  const proxies = [false, true].map((tls) => {
    const set = tls ? config.proxyTlsUrl : config.proxyUrl;
    return set ?? proxyAddress(facts, config.adminUrl, tls) ?? `none ${tls ? 'with' : 'without'} TLS`;
  });
  reporter.print(
    `gateway   Kong ${version} (${edition === 'oss' ? 'open source' : 'Enterprise'}), database ${database}`,
  );
  reporter.print(`admin     ${config.adminUrl}${supportsWorkspaces ? '' : ', through an admin proxy of the suite'}`);
  reporter.print(`proxy     ${proxies.join(' and ')}`);
  const missing = OWN_PLUGINS.filter((name) => !plugins.has(name));
  reporter.print(`plugins   ${missing.length === 0 ? 'all of ours are loaded' : `missing: ${missing.join(', ')}`}`);
  reporter.print(`counters  ${config.redis ? `Redis at ${config.redis.host}:${config.redis.port}` : 'local'}\n`);
}

/** Why nothing can be applied. */
export function unsupportedReason(
  { plugins, database, version, edition }: GatewayFacts,
  engine: string | undefined,
): string | undefined {
  if (engine === undefined) return 'neither terraform nor tofu is on PATH';
  if (database === 'off') return 'the gateway has no database, so its Admin API takes no changes';
  if (edition === 'oss' && !version.startsWith('3.9.')) return `Kong ${version} is not 3.9`;
  const missing = OWN_PLUGINS.filter((name) => !plugins.has(name));
  if (missing.length > 0) return `the gateway does not load ${missing.join(', ')} (docs/kong-requirements.md)`;
  return undefined;
}

/** Nothing is put on top of what Gatewright made before. */
async function requireEmptyGateway(
  { admin, stacks, folder }: Trial,
  reporter: Reporter,
  clean: boolean,
): Promise<void> {
  if (clean) {
    await stacks.synth();
    reporter.print(
      `${await deleteLeftovers(admin, join(folder, 'cdktf.out', 'stacks'))} entities of an earlier run deleted\n`,
    );
  }
  const made = await countManaged(admin);
  if (made.size === 0) return;
  const counts = [...made].map(([kind, count]) => `${count} ${kind}`).join(', ');
  throw new Error(
    `the gateway already has ${counts} of Gatewright's; destroy them, take another gateway, or add --clean to delete what an earlier run left`,
  );
}

/** How a step ended, and why it did not pass. */
interface StepResult {
  readonly outcome: Outcome;
  readonly reason?: string;
}

async function perform(reporter: Reporter, trial: Trial, step: Step): Promise<StepResult> {
  const reason = step.skipReason?.(trial);
  if (reason !== undefined) return skip(reporter, step, reason);
  reporter.beginStep(step.title);
  const started = Date.now();
  try {
    await step.run({ trial, note: (line) => reporter.note(line) });
    reporter.endStep('ok', Date.now() - started);
    return { outcome: 'ok' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const outcome = error instanceof Skipped ? 'skipped' : 'failed';
    reporter.endStep(outcome, Date.now() - started, message);
    return { outcome, reason: message };
  }
}

function skip(reporter: Reporter, step: Step, reason: string): StepResult {
  reporter.beginStep(step.title);
  reporter.endStep('skipped', 0, reason);
  return { outcome: 'skipped', reason };
}
