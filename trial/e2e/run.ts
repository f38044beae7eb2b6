import { join } from 'node:path';
import { AdminApi, type GatewayFacts, proxyAddress, readFacts } from './gateway-facts';
import { countMade, deleteLeftovers } from './leftovers';
import { PARTNERS } from './partners';
import type { Outcome, Protocol } from './protocol';
import type { Settings } from './settings';
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
  readonly settings: Settings;
  readonly protocol: Protocol;
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
  settings,
  protocol,
  catalog,
  steps,
  lastSteps,
  clean,
}: RunProps): Promise<string | undefined> {
  const admin = new AdminApi(settings.adminUrl, settings.adminToken);
  const facts = await readFacts(admin);
  describe(protocol, settings, facts);
  const engine = findEngine(process.env.PATH);
  const reason = unfit(facts, engine);
  if (reason !== undefined || engine === undefined) {
    for (const step of [...steps, ...lastSteps]) skip(protocol, step, String(reason));
    return reason;
  }
  const trial = await startTrial({ settings, facts, engine, catalog, partners: PARTNERS });
  try {
    await refuseOccupied(trial, protocol, clean);
    let undone: string | undefined;
    let applied = true;
    let stopped = false;
    process.once('SIGINT', () => {
      stopped = true;
      protocol.say('\nstopping: what was applied is taken away first');
    });
    for (const step of steps) {
      const why = stopped ? 'stopped by Ctrl-C' : applied ? undefined : 'nothing is applied';
      const ended = why === undefined ? await perform(protocol, trial, step) : skip(protocol, step, why);
      if (!step.essential || ended.outcome === 'ok') continue;
      applied = false;
      undone ??= ended.reason;
    }
    for (const step of lastSteps) await perform(protocol, trial, step);
    return undone;
  } finally {
    if (protocol.failed) protocol.say(`\nwhat the run wrote stays in ${trial.folder}`);
    await trial.close(protocol.failed);
  }
}

function describe(protocol: Protocol, settings: Settings, facts: GatewayFacts): void {
  const { edition, version, database, plugins, servesWorkspaces } = facts;
  const proxies = [false, true].map((tls) => {
    const set = tls ? settings.proxyTlsUrl : settings.proxyUrl;
    return set ?? proxyAddress(facts, settings.adminUrl, tls) ?? `none ${tls ? 'with' : 'without'} TLS`;
  });
  protocol.say(`gateway   Kong ${version} (${edition === 'oss' ? 'open source' : 'Enterprise'}), database ${database}`);
  protocol.say(`admin     ${settings.adminUrl}${servesWorkspaces ? '' : ', through an admin proxy of the suite'}`);
  protocol.say(`proxy     ${proxies.join(' and ')}`);
  const missing = OWN_PLUGINS.filter((name) => !plugins.has(name));
  protocol.say(`plugins   ${missing.length === 0 ? 'all of ours are loaded' : `missing: ${missing.join(', ')}`}`);
  protocol.say(`counters  ${settings.redis ? `Redis at ${settings.redis.host}:${settings.redis.port}` : 'local'}\n`);
}

/** Why nothing can be applied. */
export function unfit(
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
async function refuseOccupied({ admin, stacks, folder }: Trial, protocol: Protocol, clean: boolean): Promise<void> {
  if (clean) {
    await stacks.synth();
    protocol.say(
      `${await deleteLeftovers(admin, join(folder, 'cdktf.out', 'stacks'))} entities of an earlier run deleted\n`,
    );
  }
  const made = await countMade(admin);
  if (made.size === 0) return;
  const counts = [...made].map(([kind, count]) => `${count} ${kind}`).join(', ');
  throw new Error(
    `the gateway already has ${counts} of Gatewright's; destroy them, take another gateway, or add --clean to delete what an earlier run left`,
  );
}

/** How a step ended, and why it did not pass. */
interface Ended {
  readonly outcome: Outcome;
  readonly reason?: string;
}

async function perform(protocol: Protocol, trial: Trial, step: Step): Promise<Ended> {
  const reason = step.missing?.(trial);
  if (reason !== undefined) return skip(protocol, step, reason);
  protocol.begin(step.title);
  const started = Date.now();
  try {
    await step.run({ trial, note: (line) => protocol.note(line) });
    protocol.end('ok', Date.now() - started);
    return { outcome: 'ok' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const outcome = error instanceof Skipped ? 'skipped' : 'failed';
    protocol.end(outcome, Date.now() - started, message);
    return { outcome, reason: message };
  }
}

function skip(protocol: Protocol, step: Step, reason: string): Ended {
  protocol.begin(step.title);
  protocol.end('skipped', 0, reason);
  return { outcome: 'skipped', reason };
}
