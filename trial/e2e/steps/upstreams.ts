import { join } from 'node:path';
import { jsonOf, type Reply, send } from '../../client/request';
import { PATHS_API } from '../setup/paths-api';
import type { Trial } from '../setup/trial';
import { type RunningUpstream, startUpstreams } from '../upstreams';
import { CLOSED, exampleOf, SERVED } from '../upstreams/operations';
import { spellingsOf } from '../upstreams/spellings';
import { Caller, expectThat, grantOf, passed, type Step, type StepContext, statusAndCode, waitUntil } from './step';

/** The default of Kong's `worker_state_update_frequency`. */
const WORKER_UPDATE_MS = 5000;

const GRANTED = SERVED.filter(({ access }) => access === 'granted');

/** No spelling of a path reaches an operation that the caller may not call, regardless of how the upstream interprets it. */
export const upstreamPaths: Step = {
  title: 'prevents all spellings of paths from reaching closed operations on nginx, Express and Tomcat',
  async run(context) {
    const { trial, note } = context;
    const { running, notes } = await startUpstreams(trial.config, join(trial.folder, 'upstreams'));
    for (const line of notes) note(line);
    try {
      const exact = running.filter(({ ignoresCase }) => !ignoresCase);
      await attackAll(context, exact, 'with default upstreamPaths');
      trial.pathsApi.change({ upstreamPaths: { ignoresCase: true, matrixParameters: true } });
      await trial.stacks.synth();
      await trial.stacks.apply();
      await untilCaseIsIgnored(trial);
      await attackAll(context, running, 'with ignoresCase and matrixParameters');
    } finally {
      for (const one of running) await one.close();
      await trial.pathsUpstream.redirect();
    }
  },
};

/**
 * Each worker of the gateway updates its routes independently, at intervals, and may do so before all of them are applied. So every
 * closed operation must refuse enough concurrent calls to reach all workers, for longer than an interval.
 */
async function untilCaseIsIgnored(trial: Trial): Promise<void> {
  const call = await rawCaller(trial);
  const paths = SERVED.filter(({ access }) => access === 'not-granted' || access === 'hidden').map(({ path }) =>
    path.replace(/[^/]+$/, (last) => last.toUpperCase()),
  );
  let refusedSince: number | undefined;
  await waitUntil(`the gateway to refuse ${paths.join(', ')}`, 15_000, async () => {
    const replies = await Promise.all(paths.flatMap((path) => Array.from({ length: 40 }, () => call(path))));
    if (!replies.every((reply) => statusAndCode(reply) === '404 NOT_FOUND')) refusedSince = undefined;
    else refusedSince ??= Date.now();
    return refusedSince !== undefined && Date.now() - refusedSince > WORKER_UPDATE_MS;
  });
}

async function attackAll(context: StepContext, upstreams: readonly RunningUpstream[], mode: string): Promise<void> {
  for (const upstream of upstreams) await attack(context, upstream, mode);
}

async function attack(context: StepContext, upstream: RunningUpstream, mode: string): Promise<void> {
  const { trial, note } = context;
  await trial.pathsUpstream.redirect(upstream.address);
  const call = await rawCaller(trial);
  for (const operation of GRANTED) {
    const served = () => call(exampleOf(operation)).then(servedBy);
    await waitUntil(
      `${upstream.name} to serve ${operation.path}`,
      15_000,
      async () => (await served()) === operation.path,
    );
  }
  const counts = { sent: 0, passed: 0, direct: 0 };
  for (const path of new Set(SERVED.flatMap((operation) => spellingsOf(exampleOf(operation))))) {
    const [reply, direct] = [await call(path), await callDirectly(trial, path)];
    counts.sent += 1;
    if (passed(reply)) counts.passed += 1;
    if (isClosed(servedBy(direct))) counts.direct += 1;
    const served = servedBy(reply);
    expectThat(
      !passed(reply) || GRANTED.some((operation) => operation.path === served),
      `${upstream.name}, ${mode}: ${path} → ${statusAndCode(reply)} ${reply.body.slice(0, 200)}`,
    );
    expectThat(reply.status < 500, `${upstream.name}, ${mode}: ${path} → ${statusAndCode(reply)}`);
  }
  note(
    `${upstream.name}, ${mode}: ${counts.sent} paths, ${counts.direct} of which reach a closed operation without the gateway; ` +
      `${counts.passed} passed the gateway, none to a closed operation`,
  );
  expectThat(
    counts.direct > 0,
    `${upstream.name} serves no closed operation even without the gateway, so the test is void`,
  );
}

function isClosed(served: string | undefined): boolean {
  return served !== undefined && CLOSED.includes(served);
}

/** The path template that the upstream served. */
function servedBy(reply: Reply): string | undefined {
  const body = jsonOf(reply);
  if (!passed(reply) || typeof body !== 'object' || body === null || !('served' in body)) return undefined;
  return typeof body.served === 'string' ? body.served : undefined;
}

/** Returns a function that sends paths of the partner without normalization, with one token. */
async function rawCaller(trial: Trial): Promise<(rawPath: string) => Promise<Reply>> {
  const caller = new Caller(trial);
  const authorization = `Bearer ${await caller.token(grantOf(trial, PATHS_API))}`;
  return (rawPath) => caller.send('/', 'GET', { headers: { authorization }, rawPath });
}

/** Sends a path directly to the upstream. */
function callDirectly(trial: Trial, rawPath: string): Promise<Reply> {
  return send({ url: `http://127.0.0.1:${trial.pathsUpstream.address.port}/`, rawPath });
}
