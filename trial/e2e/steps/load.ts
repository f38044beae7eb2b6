import { setTimeout as wait } from 'node:timers/promises';
import {
  createRouteWithBundledPlugins,
  createRouteWithoutPlugins,
  removeComparisonRoutes,
} from '../load/comparison-routes';
import { shareOf, unfairReason } from '../load/fairness';
import { formatMeasurement, hammer, type Load, type Measurement } from '../load/hammer';
import { LOAD_PARTNERS, PLAIN } from '../partners';
import { pathOf } from '../setup/caller';
import { STEADY } from '../setup/extra-documents';
import type { Grant } from '../setup/grant';
import type { Trial } from '../setup/trial';
import { Caller, expectThat, grantOf, type Step, type StepContext, waitUntil } from './step';

const SECONDS = 30;
/** Calls of each partner in flight. */
const IN_FLIGHT = 12;
/** For how long one route is measured. */
const MEASURE_MS = 8000;

/** What routes without our plugins took, by run. */
const baselines = new WeakMap<Trial, ReadonlyMap<string, RouteMeasurement>>();

/** A route with one call at a time, which shows the latency, and with many, which shows the throughput. */
interface RouteMeasurement {
  readonly alone: Measurement;
  readonly together: Measurement;
}

/** Routes without plugins of ours, before any of those is on the gateway. */
export const loadBaseline: Step = {
  title: 'routes without plugins, and with those that Kong bundles, are measured',
  skipReason: ({ components }) => (components.upstream ? undefined : 'the upstream is not the stub of the suite'),
  async run(context) {
    const { trial } = context;
    const upstream = String(trial.components.upstream?.url);
    const measured = new Map<string, RouteMeasurement>();
    try {
      const routes = {
        'no plugins': await createRouteWithoutPlugins(trial.admin, upstream),
        'bundled plugins': await createRouteWithBundledPlugins(trial.admin, upstream, trial.components.audit.url),
      };
      for (const [name, { path, headers }] of Object.entries(routes)) {
        const caller = new Caller(trial);
        const load = { url: `${caller.proxyUrl}${path}`, method: 'POST', headers, body: '{}', inFlight: IN_FLIGHT };
        await waitUntil(
          `an answer of ${path}`,
          15_000,
          async () => (await caller.send(path, 'POST', { headers })).status === 200,
        );
        measured.set(name, await measure(context, name, load));
      }
    } finally {
      await removeComparisonRoutes(trial.admin);
    }
    baselines.set(trial, measured);
  },
};

/** What the plugins of an API cost. */
export const loadCost: Step = {
  title: 'what our plugins add to a call',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const ours = await measure(context, 'all plugins of an API', await loadOf(caller, grantOf(trial, PLAIN)));
    for (const [name, other] of baselines.get(trial) ?? []) {
      const difference = ours.alone.p50Ms - other.alone.p50Ms;
      const added = `${Math.abs(difference).toFixed(1)} ms ${difference < 0 ? 'less' : 'more'}`;
      const share = Math.round((100 * ours.together.perSecond) / other.together.perSecond);
      note(`against '${name}': ${added} for a call alone (median), ${share} % of its calls a second`);
    }
    const answers = [...ours.together.statuses].map(([status, times]) => `${times} × ${status}`);
    expectThat(ours.together.statuses.size === 1, `answers were ${answers.join(', ')}`);
  },
};

/** Nobody gets more than its tier allows, and nobody less, however many calls there are. */
export const loadFairness: Step = {
  title: `${LOAD_PARTNERS.length} partners call for ${SECONDS} s, ${IN_FLIGHT} calls of each in flight, and each gets what its tier allows`,
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const loads = await Promise.all(LOAD_PARTNERS.map((name) => loadOf(caller, grantOf(trial, name))));
    // From half a second before the first whole window to half a second after the last.
    await wait((1500 - (Date.now() % 1000)) % 1000);
    const results = await Promise.all(loads.map((load) => hammer({ ...load, forMs: (SECONDS + 1) * 1000 })));
    const problems: string[] = [];
    for (const [index, measured] of results.entries()) {
      const { calls, statuses, passedAt } = measured;
      const share = shareOf(measured, STEADY.limit);
      const refused = statuses.get(429) ?? 0;
      note(
        `${LOAD_PARTNERS[index]}: ${calls} calls, ${passedAt.length} passed, ${refused} refused; in ${share.whole} whole seconds ` +
          `${share.passedInWhole} passed of ${share.allowedInWhole} that the tier allows, ${share.least} are asked for; ` +
          `in all ${share.touched} seconds at most ${share.most}`,
      );
      const problem = unfairReason(share);
      if (problem !== undefined) problems.push(`${LOAD_PARTNERS[index]}: ${problem}`);
      if (passedAt.length + refused !== calls)
        problems.push(`${LOAD_PARTNERS[index]} got other answers than 200 and 429`);
    }
    expectThat(problems.length === 0, problems.join('; '));
  },
};

async function measure({ note }: StepContext, name: string, load: Omit<Load, 'forMs'>): Promise<RouteMeasurement> {
  await hammer({ ...load, forMs: 1500 });
  const alone = await hammer({ ...load, inFlight: 1, forMs: MEASURE_MS / 2 });
  const together = await hammer({ ...load, forMs: MEASURE_MS });
  note(`${name}, one call at a time: ${formatMeasurement(alone)}`);
  note(`${name}, ${load.inFlight} in flight: ${formatMeasurement(together)}`);
  return { alone, together };
}

async function loadOf(caller: Caller, grant: Grant): Promise<Omit<Load, 'forMs'>> {
  return {
    url: `${caller.proxyUrl}${pathOf(grant)}`,
    method: grant.operation.method,
    headers: {
      host: caller.host,
      'content-type': 'application/json',
      authorization: `Bearer ${await caller.token(grant)}`,
    },
    body: '{}',
    inFlight: IN_FLIGHT,
  };
}
