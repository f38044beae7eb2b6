import { join } from 'node:path';
import type { SuiteConfig } from './config';
import { AdminApi, type GatewayFacts, proxyAddress, readFacts } from './gateway-facts';
import { countManaged, deleteLeftovers } from './leftovers';
import { PARTNERS } from './partners';
import type { Outcome, Reporter } from './reporter';
import { findEngine } from './setup/terraform';
import { startTrial, type Trial } from './setup/trial';
import { Skipped, type Step } from './steps/step';

/** The names of Gatewright's own plugins. */
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
  /** Folder of the catalog to copy. */
  readonly catalog: string;
  readonly steps: readonly Step[];
  /** Steps that always run at the end. */
  readonly lastSteps: readonly Step[];
  /** Whether to delete the entities of an earlier run first. */
  readonly clean: boolean;
}

/**
 * Reads the facts about the gateway, and runs the steps. The other steps still run after a failed one, but none runs after an
 * essential step that did not pass.
 *
 * @returns why an essential step did not pass; undefined if all of them passed
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
  printGateway(reporter, config, facts);
  const engine = findEngine(process.env.PATH);
  const reason = unsupportedReason(facts, engine);
  if (reason !== undefined || engine === undefined) {
    for (const step of [...steps, ...lastSteps]) skip(reporter, step, String(reason));
    return reason;
  }
  const trial = await startTrial({ config, facts, engine, catalog, partners: PARTNERS });
  try {
    await requireEmptyGateway(trial, reporter, clean);
    let failure: string | undefined;
    let applied = true;
    let stopped = false;
    process.once('SIGINT', () => {
      stopped = true;
      reporter.print('\nstopping: destroying what was applied');
    });
    for (const step of steps) {
      const skipReason = stopped ? 'stopped by Ctrl-C' : applied ? undefined : 'nothing is applied';
      const result = skipReason === undefined ? await perform(reporter, trial, step) : skip(reporter, step, skipReason);
      if (!step.essential || result.outcome === 'ok') continue;
      applied = false;
      failure ??= result.reason;
    }
    for (const step of lastSteps) await perform(reporter, trial, step);
    return failure;
  } finally {
    if (reporter.failed) reporter.print(`\nthe files of the run are kept in ${trial.folder}`);
    await trial.close(reporter.failed);
  }
}

function printGateway(reporter: Reporter, config: SuiteConfig, facts: GatewayFacts): void {
  const { edition, version, database, plugins, supportsWorkspaces } = facts;
  const proxies = [false, true].map((tls) => {
    const configured = tls ? config.proxyTlsUrl : config.proxyUrl;
    return configured ?? proxyAddress(facts, config.adminUrl, tls) ?? `none ${tls ? 'with' : 'without'} TLS`;
  });
  reporter.print(
    `gateway   Kong ${version} (${edition === 'oss' ? 'open source' : 'Enterprise'}), database ${database}`,
  );
  reporter.print(`admin     ${config.adminUrl}${supportsWorkspaces ? '' : ', through an admin proxy of the suite'}`);
  reporter.print(`proxy     ${proxies.join(' and ')}`);
  const missing = OWN_PLUGINS.filter((name) => !plugins.has(name));
  reporter.print(
    `plugins   ${missing.length === 0 ? "all of Gatewright's plugins are loaded" : `missing: ${missing.join(', ')}`}`,
  );
  reporter.print(`counters  ${config.redis ? `Redis at ${config.redis.host}:${config.redis.port}` : 'local'}\n`);
}

/** Why the suite cannot run on a gateway; undefined if it can. */
export function unsupportedReason(
  { plugins, database, version, edition }: GatewayFacts,
  engine: string | undefined,
): string | undefined {
  if (engine === undefined) return 'neither terraform nor tofu is on PATH';
  if (database === 'off') return 'the gateway has no database, so its Admin API is read-only';
  if (edition === 'oss' && !version.startsWith('3.9.')) return `Kong ${version} is not supported; use 3.9`;
  const missing = OWN_PLUGINS.filter((name) => !plugins.has(name));
  if (missing.length > 0) return `the gateway does not load ${missing.join(', ')}; see docs/kong-requirements.md`;
  return undefined;
}

/** @throws Error if the gateway has entities of Gatewright, after the clean-up if one is requested */
async function requireEmptyGateway(
  { admin, stacks, folder }: Trial,
  reporter: Reporter,
  clean: boolean,
): Promise<void> {
  if (clean) {
    await stacks.synth();
    reporter.print(
      `${await deleteLeftovers(admin, join(folder, 'cdktf.out', 'stacks'))} entities of an earlier run were deleted\n`,
    );
  }
  const managed = await countManaged(admin);
  if (managed.size === 0) return;
  const counts = [...managed].map(([kind, count]) => `${count} ${kind}`).join(', ');
  throw new Error(
    `the gateway already has entities of Gatewright (${counts}); destroy them, use another gateway, or add --clean to delete those of an earlier run`,
  );
}

/** The outcome of a step, and why it did not pass. */
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
