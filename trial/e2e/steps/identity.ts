import { jsonOf } from '../../client/request';
import { Caller, expectReply, expectThat, plainGrant, type Step } from './step';

/** Headers in which the gateway says who calls. */
const OWN = ['x-consumer-id', 'x-consumer-custom-id', 'x-consumer-username', 'x-credential-identifier'] as const;

/** Headers that the gateway writes only sometimes, or upstreams may take for its own, as a caller might send them. */
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

/** What the upstream hears about a caller is what the gateway found out. */
export const identity: Step = {
  title: 'a caller can neither forge nor strip what the gateway says about it',
  skipReason: ({ components }) => (components.upstream ? undefined : 'the upstream is not the stub of the suite'),
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const token = await caller.token(grant);
    const reach = async (what: string, headers: Readonly<Record<string, string>> = {}) => {
      const reply = await caller.call(grant, { token, headers: { 'x-stub': 'echo', ...headers } });
      expectReply(context, what, reply, 'passes');
      return (jsonOf(reply) as { readonly headers: Readonly<Record<string, string>> }).headers;
    };
    const usual = await reach('a call');
    const missing = OWN.filter((name) => usual[name] === undefined);
    expectThat(missing.length === 0, `the upstream was not told ${missing.join(', ')}`);
    const connection = ['close', ...OWN, 'X-Correlator'].join(', ');
    const named = await reach(`Connection: ${connection}`, { connection });
    const stripped = OWN.filter((name) => named[name] !== usual[name]);
    expectThat(stripped.length === 0, `the upstream was not told ${stripped.join(', ')}`);
    expectThat(named['x-correlator'] !== undefined, 'the upstream got no correlation id');
    const forged = await reach(FORGED.join(', '), Object.fromEntries(FORGED.map((name) => [name, 'forged'])));
    const passed = Object.entries(forged).filter(([, value]) => value === 'forged');
    expectThat(passed.length === 0, `the upstream got ${passed.map(([name]) => name).join(', ')} of the caller`);
  },
};

/** A name is the same in any case. */
export const hosts: Step = {
  title: 'a host in upper case, or with a dot at its end, is the same host',
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
