import { join } from 'node:path';
import { jsonOf, type Reply, send } from '../../client/request';
import { PATHS_API } from '../setup/paths-api';
import type { Trial } from '../setup/trial';
import { type RunningUpstream, startUpstreams } from '../upstreams';
import { CLOSED, exampleOf, SERVED } from '../upstreams/operations';
import { spellingsOf } from '../upstreams/spellings';
import { Caller, expectThat, grantOf, passed, type Step, type StepContext, statusAndCode, waitUntil } from './step';

const GRANTED = SERVED.filter(({ access }) => access === 'granted');

/** However a path is written, and whatever an upstream makes of it, no operation is reached that the caller may not call. */
export const upstreamPaths: Step = {
  title: 'no spelling of a path makes nginx, Express or Tomcat serve an operation that the caller may not call',
  async run(context) {
    const { trial, note } = context;
    const { running, notes } = await startUpstreams(trial.config, join(trial.folder, 'upstreams'));
    for (const line of notes) note(line);
    try {
      const exact = running.filter(({ ignoresCase }) => !ignoresCase);
      await attack(context, exact, 'as documents have it by default');
      trial.pathsApi.change({ upstreamPaths: { ignoresCase: true, matrixParameters: true } });
      await trial.stacks.synth();
      await trial.stacks.apply();
      await untilCaseIsIgnored(trial);
      await attack(context, running, 'with ignoresCase and matrixParameters');
    } finally {
      for (const one of running) await one.close();
      await trial.pathsUpstream.redirect();
    }
  },
};

/** Every worker of the gateway takes on changed routes by itself, so as many calls as reach all of them are sent at once. */
async function untilCaseIsIgnored(trial: Trial): Promise<void> {
  const call = await caller(trial);
  await waitUntil("the gateway to refuse '/items/SECRET'", 15_000, async () => {
    const replies = await Promise.all(Array.from({ length: 40 }, () => call('/items/SECRET')));
    return replies.every((reply) => statusAndCode(reply) === '404 NOT_FOUND');
  });
}

async function attack(context: StepContext, upstreams: readonly RunningUpstream[], how: string): Promise<void> {
  for (const upstream of upstreams) await attackOne(context, upstream, how);
}

async function attackOne(context: StepContext, upstream: RunningUpstream, how: string): Promise<void> {
  const { trial, note } = context;
  await trial.pathsUpstream.redirect(upstream.address);
  const call = await caller(trial);
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
    const [reply, direct] = [await call(path), await straight(trial, path)];
    counts.sent += 1;
    if (passed(reply)) counts.passed += 1;
    if (isClosed(servedBy(direct))) counts.direct += 1;
    const served = servedBy(reply);
    expectThat(
      !passed(reply) || GRANTED.some((operation) => operation.path === served),
      `${upstream.name}, ${how}: ${path} was answered with ${statusAndCode(reply)} ${reply.body.slice(0, 200)}`,
    );
    expectThat(reply.status < 500, `${upstream.name}, ${how}: ${path} was answered with ${statusAndCode(reply)}`);
  }
  note(
    `${upstream.name}, ${how}: ${counts.sent} paths, of which ${counts.direct} reach a closed operation without the gateway; ` +
      `${counts.passed} passed, none of them to one`,
  );
  expectThat(counts.direct > 0, `${upstream.name} serves no closed operation at all, so this proves nothing`);
}

function isClosed(served: string | undefined): boolean {
  return served !== undefined && CLOSED.includes(served);
}

/** The path template that an upstream says it served. */
function servedBy(reply: Reply): string | undefined {
  const body = jsonOf(reply);
  if (!passed(reply) || typeof body !== 'object' || body === null || !('served' in body)) return undefined;
  return typeof body.served === 'string' ? body.served : undefined;
}

/** Sends calls of the partner as they are written, with one token. */
async function caller(trial: Trial): Promise<(rawPath: string) => Promise<Reply>> {
  const calls = new Caller(trial);
  const authorization = `Bearer ${await calls.token(grantOf(trial, PATHS_API))}`;
  return (rawPath) => calls.send('/', 'GET', { headers: { authorization }, rawPath });
}

/** Sends a call to the upstream without the gateway. */
function straight(trial: Trial, rawPath: string): Promise<Reply> {
  return send({ url: `http://127.0.0.1:${trial.pathsUpstream.address.port}/`, rawPath });
}
