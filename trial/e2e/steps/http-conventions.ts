import { jsonOf } from '../../client/request';
import { idempotencyHeader } from '../setup/grant';
import { grantsOf } from '../setup/trial';
import { Caller, expectReply, expectThat, grantName, pathOf, plainGrant, Skipped, type Step } from './step';

/** All refusals use the error model, and carry the correlation ID. */
export const errorModel: Step = {
  title: 'refuses calls in the error model, with the correlation ID',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const id = 'e2e-correlation-1';
    const refused = await caller.call(grant, { token: null, headers: { 'x-correlator': id } });
    const body = jsonOf(refused) as Readonly<Record<string, unknown>>;
    note(`without a token → ${refused.body.trim()}`);
    expectThat(
      body?.status === 401 && body.code === 'UNAUTHENTICATED' && typeof body.message === 'string',
      'the response does not have status, code and message',
    );
    expectThat(refused.headers['x-correlator'] === id, `x-correlator is '${refused.headers['x-correlator']}'`);
    const passed = await caller.call(grant, { headers: { 'x-correlator': id } });
    expectThat(passed.headers['x-correlator'] === id, 'the response of the upstream does not carry the correlation ID');
    const nowhere = await caller.send('/nowhere', 'GET', { headers: { 'x-correlator': id } });
    expectReply(context, 'GET /nowhere', nowhere, '404 NOT_FOUND');
    expectThat(
      nowhere.headers['x-correlator'] === id,
      'the response without a route does not carry the correlation ID',
    );
    const malformed = await caller.call(grant, { headers: { 'x-correlator': 'not an ID (' } });
    expectReply(context, 'a malformed correlation ID', malformed, '400 INVALID_ARGUMENT');
    const unexposed = await caller.send(`${pathOf(grant)}/more`, grant.operation.method);
    expectReply(context, 'a path below that of an operation', unexposed, '404 NOT_FOUND');
    const named = grantsOf(trial).find(({ operation }) => operation.path.endsWith('}'));
    if (!named) return;
    const hidden = await caller.send(`${pathOf(named)}%2F..%2Fmore`, named.operation.method);
    expectReply(context, 'a path below that of an operation, with encoded slashes', hidden, '404 NOT_FOUND');
  },
};

/** Writes that could be sent twice require an idempotency key. */
export const idempotency: Step = {
  title: 'refuses a write without the required idempotency key with 400',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grants = grantsOf(trial).filter((one) => idempotencyHeader(one) !== undefined && !one.mtls);
    const [grant] = grants;
    if (!grant) throw new Skipped('the catalog has no API without mTLS that requires an idempotency key');
    const header = String(idempotencyHeader(grant));
    const token = await caller.token(grant);
    expectReply(context, `${grantName(grant)}, with ${header}`, await caller.call(grant, { token }), 'passes');
    const without = await caller.send(pathOf(grant), grant.operation.method, {
      ...caller.channelOf(grant),
      headers: { authorization: `Bearer ${token}` },
    });
    expectReply(context, `${grantName(grant)}, without ${header}`, without, '400 INVALID_ARGUMENT');
  },
};

/** Every response of a deprecated API has headers about its deprecation. */
export const deprecated: Step = {
  title: 'announces the deprecation of an API in headers',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const grant = grantsOf(trial).find(({ api, mtls }) => api.value.lifecycle === 'deprecated' && !mtls);
    if (!grant) throw new Skipped('the catalog has no deprecated API');
    const reply = await caller.call(grant);
    expectReply(context, grantName(grant), reply, 'passes');
    const { announced, sunset, link, successor } = grant.api.value.deprecation ?? {};
    const expected: readonly (readonly [string, string | undefined])[] = [
      ['deprecation', announced === undefined ? undefined : `@${Date.parse(announced) / 1000}`],
      ['sunset', sunset === undefined ? undefined : new Date(`${sunset}T23:59:59Z`).toUTCString()],
      ['link', link],
      ['link', successor === undefined ? undefined : 'rel="successor-version"'],
    ];
    for (const [name, value] of expected) {
      if (value === undefined) continue;
      note(`${name}: ${reply.headers[name]}`);
      expectThat(reply.headers[name]?.includes(value) === true, `header ${name} does not contain ${value}`);
    }
  },
};
