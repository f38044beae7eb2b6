import { jsonOf } from '../../client/request';
import { Caller, expectReply, expectThat, plainGrant, type Step } from './step';

/** Headers in which the gateway identifies the caller to the upstream. */
const IDENTITY_HEADERS = [
  'x-consumer-id',
  'x-consumer-custom-id',
  'x-consumer-username',
  'x-credential-identifier',
] as const;

/** Headers that a caller might forge: the gateway sets them only sometimes, or an upstream may trust them. */
const FORGED = [
  'X-Authenticated-Groups',
  'X-Authenticated-Userid',
  'X-Consumer-Groups',
  'X_Consumer_ID',
  'X-Consumer_Custom_ID',
  'X-Anonymous-Consumer',
  'X-Credential-Username',
  'Client-Cert',
  'X-HTTP-Method-Override',
  'X-Original-URL',
  'Forwarded',
] as const;

/** Only the gateway identifies the caller to the upstream. */
export const identity: Step = {
  title: 'prevents callers from forging or stripping the identity headers',
  skipReason: ({ components }) => (components.upstream ? undefined : 'the upstream is not the stub of the suite'),
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const token = await caller.token(grant);
    const receivedHeaders = async (description: string, headers: Readonly<Record<string, string>> = {}) => {
      const reply = await caller.call(grant, { token, headers: { 'x-stub': 'echo', ...headers } });
      expectReply(context, description, reply, 'passes');
      return (jsonOf(reply) as { readonly headers: Readonly<Record<string, string>> }).headers;
    };
    const regular = await receivedHeaders('a call');
    const missing = IDENTITY_HEADERS.filter((name) => regular[name] === undefined);
    expectThat(missing.length === 0, `the upstream did not receive ${missing.join(', ')}`);
    const connection = ['close', ...IDENTITY_HEADERS, 'X-Correlator'].join(', ');
    const named = await receivedHeaders(`Connection: ${connection}`, { connection });
    const stripped = IDENTITY_HEADERS.filter((name) => named[name] !== regular[name]);
    expectThat(stripped.length === 0, `the upstream did not receive ${stripped.join(', ')}`);
    expectThat(named['x-correlator'] !== undefined, 'the upstream received no correlation ID');
    const forged = await receivedHeaders(FORGED.join(', '), Object.fromEntries(FORGED.map((name) => [name, 'forged'])));
    const passed = Object.entries(forged).filter(([, value]) => value === 'forged');
    expectThat(passed.length === 0, `the upstream received the caller's ${passed.map(([name]) => name).join(', ')}`);
  },
};

/** Host names are case-insensitive. */
export const hosts: Step = {
  title: 'accepts the host in upper case and with a trailing dot',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const token = await caller.token(grant);
    for (const host of [caller.host.toUpperCase(), `${caller.host}.`])
      expectReply(context, host, await caller.call(grant, { token, headers: { host } }), 'passes');
    const other = await caller.call(grant, { token, headers: { host: `other.${caller.host}` } });
    expectReply(context, `other.${caller.host}`, other, '404 NOT_FOUND');
  },
};
