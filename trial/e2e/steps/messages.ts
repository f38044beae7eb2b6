import { jsonOf } from '../../client/request';
import { idempotencyHeader } from '../setup/grant';
import { grantsOf } from '../setup/trial';
import { Caller, expectReply, expectThat, grantName, pathOf, plainGrant, Skipped, type Step } from './step';

/** Whatever the gateway refuses, it says so in the one error model, with the id of the call. */
export const errorModel: Step = {
  title: 'refusals have the one error model, and carry the correlation id',
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
      'the refusal does not have status, code and message',
    );
    expectThat(refused.headers['x-correlator'] === id, `x-correlator is '${refused.headers['x-correlator']}'`);
    const passed = await caller.call(grant, { headers: { 'x-correlator': id } });
    expectThat(passed.headers['x-correlator'] === id, 'an answer of the upstream does not carry the correlation id');
    const nowhere = await caller.send('/nowhere', 'GET', { headers: { 'x-correlator': id } });
    expectReply(context, 'GET /nowhere', nowhere, '404 NOT_FOUND');
    expectThat(nowhere.headers['x-correlator'] === id, 'the answer without a route does not carry the correlation id');
    const malformed = await caller.call(grant, { headers: { 'x-correlator': 'no id (' } });
    expectReply(context, 'a correlation id of another form', malformed, '400 INVALID_ARGUMENT');
    const unexposed = await caller.send(`${pathOf(grant)}/more`, grant.operation.method);
    expectReply(context, 'a path below an operation', unexposed, '404 NOT_FOUND');
    const named = grantsOf(trial).find(({ operation }) => operation.path.endsWith('}'));
    if (!named) return;
    const hidden = await caller.send(`${pathOf(named)}%2F..%2Fmore`, named.operation.method);
    expectReply(context, 'a path below an operation, with encoded slashes', hidden, '404 NOT_FOUND');
  },
};

/** A write that could be sent twice needs a key. */
export const idempotency: Step = {
  title: 'a write without the idempotency key that the API declares is refused with 400',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grants = grantsOf(trial).filter((one) => idempotencyHeader(one) !== undefined && !one.mtls);
    const [grant] = grants;
    if (!grant) throw new Skipped('the catalog has no API without mTLS that declares an idempotency key');
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

/** Callers of an API that ends are told in every answer. */
export const deprecated: Step = {
  title: 'a deprecated API says so in its headers',
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
      expectThat(reply.headers[name]?.includes(value) === true, `header ${name} does not say ${value}`);
    }
  },
};
