import { join } from 'node:path';
import { AdminApi, type GatewayFacts, proxyAddress, readFacts } from './gateway-facts';
import { countMade, deleteLeftovers } from './leftovers';
import { PARTNERS } from './partners';
import type { Protocol } from './protocol';
import type { Settings } from './settings';
import { Skipped, type Step } from './steps/step';
import { findEngine } from './trial/terraform';
import { startTrial, type Trial } from './trial/trial';

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
 */
export async function run({ settings, protocol, catalog, steps, lastSteps, clean }: RunProps): Promise<void> {
  const admin = new AdminApi(settings.adminUrl, settings.adminToken);
  const facts = await readFacts(admin);
  describe(protocol, settings, facts);
  const engine = findEngine(process.env.PATH);
  const reason = unfit(facts, engine);
  if (reason !== undefined || engine === undefined) {
    for (const step of [...steps, ...lastSteps]) skip(protocol, step, reason ?? '');
    return;
  }
  const trial = await startTrial({ settings, facts, engine, catalog, partners: PARTNERS });
  try {
    await refuseOccupied(trial, protocol, clean);
    let applied = true;
    let stopped = false;
    process.once('SIGINT', () => {
      stopped = true;
      protocol.say('\nstopping: what was applied is taken away first');
    });
    for (const step of steps) {
      if (stopped) skip(protocol, step, 'stopped by Ctrl-C');
      else if (!applied) skip(protocol, step, 'nothing is applied');
      else if (!(await perform(protocol, trial, step)) && step.essential) applied = false;
    }
    for (const step of lastSteps) await perform(protocol, trial, step);
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
  protocol.say(`admin     ${settings.adminUrl}${servesWorkspaces ? '' : ', through a front of the suite'}`);
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
    stacks.synth();
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

async function perform(protocol: Protocol, trial: Trial, step: Step): Promise<boolean> {
  const reason = step.missing?.(trial);
  if (reason !== undefined) {
    skip(protocol, step, reason);
    return true;
  }
  protocol.begin(step.title);
  const started = Date.now();
  try {
    await step.run({ trial, note: (line) => protocol.note(line) });
    protocol.end('ok', Date.now() - started);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    protocol.end(error instanceof Skipped ? 'skipped' : 'failed', Date.now() - started, message);
    return error instanceof Skipped;
  }
}

function skip(protocol: Protocol, step: Step, reason: string): void {
  protocol.begin(step.title);
  protocol.end('skipped', 0, reason);
}
