import { setTimeout as wait } from 'node:timers/promises';
import { commandLine, getOwn, type Tier } from '../../core/model';
import type { Reply } from '../client/request';
import { Caller } from '../e2e/setup/caller';
import { createSecrets } from '../e2e/setup/credentials';
import type { Grant } from '../e2e/setup/grant';
import { catalogOf, ENVIRONMENT, grantsOf, type Trial } from '../e2e/setup/trial';
import { toPublicJwk } from '../issuer/client-keys';
import { formatCall } from './format';

/** Prints a text. */
export type Say = (text: string) => void;

/** Makes calls that the gateway accepts and refuses. */
export async function callTheSample(trial: Trial, say: Say): Promise<void> {
  const caller = new Caller(trial);
  const grant = find(
    trial,
    'API that requires neither mTLS nor a user',
    (one) => !one.mtls && !one.partnerSigned && one.userContext !== 'three-legged',
  );
  say('# A call without a token is refused');
  say(formatCall(grant, null, await caller.call(grant, { token: null })));
  say(`# ${grant.access.application.partner.value.title} calls ${grant.api.value.title}`);
  const token = await caller.token(grant);
  // The issuer binds the tokens of an application to its certificate, if it has one.
  const remark = caller.channelOf(grant).tls ? 'with its client certificate, to which the token is bound' : undefined;
  say(formatCall(grant, token, await caller.call(grant, { token }), remark));
  say('# A token without the scope of the operation is refused');
  const without = await caller.token(grant, { scopes: [] });
  say(formatCall(grant, without, await caller.call(grant, { token: without }), remark));
  const masked = grantsOf(trial).find(({ mtls, subscription }) => {
    const rules = subscription.offer.policies.masking?.value.rules ?? [];
    return !mtls && rules.some(({ tiers }) => tiers?.includes(subscription.tier.name));
  });
  if (masked) {
    say(
      `# ${masked.access.application.partner.value.title} calls ${masked.api.value.title} at tier '${masked.subscription.tier.name}'`,
    );
    const maskedToken = await caller.token(masked);
    say(formatCall(masked, maskedToken, await caller.call(masked, { token: maskedToken })));
  }
  const critical = grantsOf(trial).find(({ mtls, userContext }) => mtls && userContext !== 'three-legged');
  if (critical && caller.proxyTlsUrl !== undefined) {
    say(`# ${critical.api.value.title} is critical: a call without a client certificate, and one with it`);
    const bound = await caller.token(critical);
    say(
      formatCall(
        critical,
        bound,
        await caller.call(critical, { token: bound, tls: null }),
        'without a client certificate',
      ),
    );
    say(formatCall(critical, bound, await caller.call(critical, { token: bound }), 'with its client certificate'));
  }
}

/** Onboards a partner with two commands, up to its first call. */
export async function onboard(trial: Trial, say: Say): Promise<void> {
  const id = 'blue-kite_rider-app';
  const { api, subscription } = find(
    trial,
    'API that a new partner can call',
    (one) =>
      !one.mtls &&
      !one.partnerSigned &&
      one.userContext !== 'three-legged' &&
      typeof one.api.value.visibility === 'string',
  );
  // Purpose and legal basis are decisions of people, so the new application copies those of an existing one.
  const { purpose, legalBasis } = subscription;
  const legalOptions = [
    ...(purpose ? ['--purpose', purpose.value] : []),
    ...(legalBasis ? ['--legal-basis', legalBasis.value] : []),
  ];
  say('# Onboard a partner');
  await run(trial, say, 'new', 'partner', 'blue-kite');
  await run(
    trial,
    say,
    'new',
    'application',
    'rider-app',
    '--partner',
    'blue-kite',
    '--api',
    api.name,
    ...legalOptions,
  );
  const client = await register(trial, id);
  say(`registered the client '${client}' at the identity provider`);
  await apply(trial, say);
  const grant = find(trial, `application '${id}'`, ({ access }) => access.application.id === id);
  const caller = new Caller(trial);
  const token = await caller.token(grant);
  say(formatCall(grant, token, await caller.call(grant, { token })));
}

/** Changes the limit of a tier, which requires a new version of its terms. */
export async function changeLimit(trial: Trial, say: Say): Promise<void> {
  const grant = find(trial, "partner 'blue-kite'", ({ access }) => access.application.partner.name === 'blue-kite');
  const { name, limits } = grant.subscription.tier.value;
  const window = (['minute', 'hour', 'second'] as const).find((one) => limits?.[one] !== undefined);
  if (!window) throw new Error(`tier '${name}' has no limit to change`);
  const doubled = 2 * Number(limits?.[window]);
  say(`# Change a limit: tier '${name}' allows ${limits?.[window]} calls per ${window}; change it to ${doubled}`);
  edit(trial, name, (tier) => ({ ...tier, limits: { ...tier.limits, [window]: doubled } }));
  say('$ npx --no-install gatewright check');
  say((await trial.stacks.command('check')).output.trim());
  say('# Partners agreed to the terms of an active tier, so a change requires a new version, which is sealed');
  edit(trial, name, (tier) => {
    const [major = '1', minor = '0'] = tier.version.split('.');
    return { ...tier, version: `${major}.${Number(minor) + 1}.0` };
  });
  await run(trial, say, 'seal', name);
  await apply(trial, say);
  const caller = new Caller(trial);
  const token = await caller.token(grant);
  const call = () => caller.call(grant, { token });
  const isApplied = ({ headers }: Reply) => headers[`x-ratelimit-limit-${window}`] === String(doubled);
  let reply = await call();
  // Kong's workers load changed plugins with a short delay. The pause stays within the limits of the smallest tiers.
  for (let tries = 0; tries < 15 && !isApplied(reply); tries++) {
    await wait(1000);
    reply = await call();
  }
  say(formatCall(grant, token, reply));
}

/** Checks, synthesizes and applies the changes. */
export async function apply(trial: Trial, say: Say): Promise<void> {
  say('$ npx --no-install gatewright synth');
  say((await trial.stacks.synth()).trim());
  say('$ terraform apply');
  const { changes, planned } = await trial.stacks.apply();
  for (const [stack, found] of changes) say(`${stack}: ${count(found.size, 'resource')} changed`);
  say(`planned ${count(planned, 'stack')}`);
}

async function run(trial: Trial, say: Say, ...args: readonly string[]): Promise<void> {
  say(`$ ${commandLine(...args)}`);
  const { status, output } = await trial.stacks.command(...args);
  if (status !== 0) throw new Error(`gatewright ${args.join(' ')} exited with ${status}:\n${output}`);
  say(output.trim());
}

/** Registers a new application, as an operator does at its identity provider. */
async function register(trial: Trial, id: string): Promise<string> {
  const catalog = catalogOf(trial);
  const secrets = (await createSecrets(catalog, ENVIRONMENT, trial.authority)).get(id);
  const application = catalog.applications.get(id)?.value;
  const clientId = getOwn(application?.credentials ?? {}, ENVIRONMENT)?.clientId;
  if (!secrets || clientId === undefined) throw new Error(`application '${id}' has no credentials`);
  (trial.secrets as Map<string, typeof secrets>).set(id, secrets);
  const scopes = (application?.subscriptions ?? []).flatMap(({ scopes = [], purpose }) => [
    ...scopes,
    ...(purpose === undefined ? [] : [purpose]),
  ]);
  const client = { clientId, key: toPublicJwk(secrets.clientKey), scopes, forUsers: true, certificateBound: false };
  trial.components.issuer.register(client);
  return clientId;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

function edit(trial: Trial, name: string, change: (tier: Tier) => object): void {
  trial.copy.edit('Tier', (document, one) => {
    if (one !== name) return;
    const changed = change(document.toJS() as Tier) as Readonly<Record<string, unknown>>;
    for (const key of ['version', 'limits']) if (changed[key] !== undefined) document.set(key, changed[key]);
  });
}

function find(trial: Trial, description: string, matches: (grant: Grant) => boolean): Grant {
  const found = grantsOf(trial).find(matches);
  if (!found) throw new Error(`the catalog has no ${description}`);
  return found;
}
