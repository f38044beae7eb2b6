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
/** Concurrent calls of each partner. */
const IN_FLIGHT = 12;
/** Duration of the measurement of one route. */
const MEASURE_MS = 8000;

/** The measurements of the comparison routes, by run. */
const baselines = new WeakMap<Trial, ReadonlyMap<string, RouteMeasurement>>();

/** The measurements of a route: one call at a time for the latency, concurrent calls for the throughput. */
interface RouteMeasurement {
  readonly sequential: Measurement;
  readonly concurrent: Measurement;
}

/** Measures routes without Gatewright's plugins, before the gateway has any. */
export const loadBaseline: Step = {
  title: 'measures a route without plugins and one with bundled plugins',
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
          `a response of ${path}`,
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

/** Measures the overhead of the plugins of an API. */
export const loadCost: Step = {
  title: "measures the overhead of Gatewright's plugins",
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const withPlugins = await measure(context, 'all plugins of an API', await loadOf(caller, grantOf(trial, PLAIN)));
    for (const [name, baseline] of baselines.get(trial) ?? []) {
      const difference = withPlugins.sequential.p50Ms - baseline.sequential.p50Ms;
      const added = `${Math.abs(difference).toFixed(1)} ms ${difference < 0 ? 'less' : 'more'}`;
      const share = Math.round((100 * withPlugins.concurrent.perSecond) / baseline.concurrent.perSecond);
      note(`compared with '${name}': ${added} per call (median, one at a time), ${share} % of the throughput`);
    }
    const responses = [...withPlugins.concurrent.statuses].map(([status, times]) => `${times} × ${status}`);
    expectThat(withPlugins.concurrent.statuses.size === 1, `responses were ${responses.join(', ')}`);
  },
};

/** Every partner gets exactly what its tier allows under load. */
export const loadFairness: Step = {
  title: `gives each of ${LOAD_PARTNERS.length} partners what its tier allows, with ${IN_FLIGHT} concurrent calls of each for ${SECONDS} s`,
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const loads = await Promise.all(LOAD_PARTNERS.map((name) => loadOf(caller, grantOf(trial, name))));
    // From half a second before the first full window to half a second after the last.
    await wait((1500 - (Date.now() % 1000)) % 1000);
    const results = await Promise.all(loads.map((load) => hammer({ ...load, durationMs: (SECONDS + 1) * 1000 })));
    const problems: string[] = [];
    for (const [index, measured] of results.entries()) {
      const { calls, statuses, passedAt } = measured;
      const share = shareOf(measured, STEADY.limit);
      const refused = statuses.get(429) ?? 0;
      note(
        `${LOAD_PARTNERS[index]}: ${calls} calls, ${passedAt.length} passed, ${refused} refused; in ${share.fullSeconds} full seconds ` +
          `${share.passedInFull} of ${share.allowedInFull} allowed calls passed, at least ${share.minimum} must pass; ` +
          `in all ${share.allSeconds} seconds at most ${share.maximum} may pass`,
      );
      const problem = unfairReason(share);
      if (problem !== undefined) problems.push(`${LOAD_PARTNERS[index]}: ${problem}`);
      if (passedAt.length + refused !== calls)
        problems.push(`${LOAD_PARTNERS[index]} received other statuses than 2xx and 429`);
    }
    expectThat(problems.length === 0, problems.join('; '));
  },
};

async function measure({ note }: StepContext, name: string, load: Omit<Load, 'durationMs'>): Promise<RouteMeasurement> {
  await hammer({ ...load, durationMs: 1500 });
  const sequential = await hammer({ ...load, inFlight: 1, durationMs: MEASURE_MS / 2 });
  const concurrent = await hammer({ ...load, durationMs: MEASURE_MS });
  note(`${name}, one call at a time: ${formatMeasurement(sequential)}`);
  note(`${name}, ${load.inFlight} concurrent calls: ${formatMeasurement(concurrent)}`);
  return { sequential, concurrent };
}

async function loadOf(caller: Caller, grant: Grant): Promise<Omit<Load, 'durationMs'>> {
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
