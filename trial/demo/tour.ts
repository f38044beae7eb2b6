import { commandLine, getOwn, sealOf, type Tier } from '../../core/model';
import { Caller } from '../e2e/setup/caller';
import { createSecrets } from '../e2e/setup/credentials';
import type { Grant } from '../e2e/setup/grant';
import { catalogOf, ENVIRONMENT, grantsOf, type Trial } from '../e2e/setup/trial';
import { toPublicJwk } from '../issuer/client-keys';
import { formatCall } from './format';

/** What the tour prints to. */
export type Say = (text: string) => void;

/** Calls that show who is let in. */
export async function callTheSample(trial: Trial, say: Say): Promise<void> {
  const caller = new Caller(trial);
  const grant = find(
    trial,
    'an API without mTLS and user',
    (one) => !one.mtls && !one.partnerSigned && one.userContext !== 'three-legged',
  );
  say('# Nobody is let in without saying who they are');
  say(formatCall(grant, null, await caller.call(grant, { token: null })));
  say(`# ${grant.access.application.partner.value.title} may call ${grant.api.value.title}`);
  const token = await caller.token(grant);
  // The issuer binds tokens of applications that have a certificate to it.
  const shown = caller.channelOf(grant).tls ? 'its client certificate, to which the token is bound' : undefined;
  say(formatCall(grant, token, await caller.call(grant, { token }), shown));
  say('# The same token without the scope of the operation');
  const without = await caller.token(grant, { scopes: [] });
  say(formatCall(grant, without, await caller.call(grant, { token: without }), shown));
  const masked = grantsOf(trial).find(({ mtls, subscription }) => {
    const rules = subscription.offer.policies.masking?.value.rules ?? [];
    return !mtls && rules.some(({ tiers }) => tiers?.includes(subscription.tier.name));
  });
  if (masked) {
    say(
      `# ${masked.access.application.partner.value.title} asks ${masked.api.value.title} at tier '${masked.subscription.tier.name}'`,
    );
    const asked = await caller.token(masked);
    say(formatCall(masked, asked, await caller.call(masked, { token: asked })));
  }
  const critical = grantsOf(trial).find(({ mtls, userContext }) => mtls && userContext !== 'three-legged');
  if (critical && caller.proxyTlsUrl !== undefined) {
    say(`# ${critical.api.value.title} is critical: without a client certificate, and with it`);
    const bound = await caller.token(critical);
    say(formatCall(critical, bound, await caller.call(critical, { token: bound, tls: null }), 'no client certificate'));
    say(formatCall(critical, bound, await caller.call(critical, { token: bound }), 'its client certificate'));
  }
}

/** A new partner, from two commands to the first call. */
export async function onboard(trial: Trial, say: Say): Promise<void> {
  const id = 'blue-kite_rider-app';
  const { api, subscription } = find(
    trial,
    'an API that a new partner can call',
    (one) =>
      !one.mtls &&
      !one.partnerSigned &&
      one.userContext !== 'three-legged' &&
      typeof one.api.value.visibility === 'string',
  );
  // Nobody but people decide why an application calls: the new one has the reasons of one that is there.
  const { purpose, legalBasis } = subscription;
  const reasons = [
    ...(purpose ? ['--purpose', purpose.value] : []),
    ...(legalBasis ? ['--legal-basis', legalBasis.value] : []),
  ];
  say('# Onboard a partner');
  await run(trial, say, 'new', 'partner', 'blue-kite');
  await run(trial, say, 'new', 'application', 'rider-app', '--partner', 'blue-kite', '--api', api.name, ...reasons);
  const client = await register(trial, id);
  say(`the identity provider knows the client '${client}' now`);
  await apply(trial, say);
  const grant = find(trial, id, ({ access }) => access.application.id === id);
  const caller = new Caller(trial);
  const token = await caller.token(grant);
  say(formatCall(grant, token, await caller.call(grant, { token })));
}

/** Another limit for everybody at one tier: a new version of its terms. */
export async function changeLimit(trial: Trial, say: Say): Promise<void> {
  const grant = find(trial, 'blue-kite', ({ access }) => access.application.partner.name === 'blue-kite');
  const { name, limits } = grant.subscription.tier.value;
  const window = (['minute', 'hour', 'second'] as const).find((one) => limits?.[one] !== undefined);
  if (!window) throw new Error(`tier '${name}' has no limit to change`);
  const doubled = 2 * Number(limits?.[window]);
  say(`# Change a limit: tier '${name}' allows ${limits?.[window]} calls a ${window}; make it ${doubled}`);
  edit(trial, name, (tier) => ({ ...tier, limits: { ...tier.limits, [window]: doubled } }));
  say('$ npx --no-install gatewright check');
  say((await trial.stacks.command('check')).output.trim());
  say('# Partners agreed to the terms of an active tier: they change by a new version, with its seal');
  edit(trial, name, (tier) => {
    const [major = '1', minor = '0'] = tier.version.split('.');
    const next = { ...tier, version: `${major}.${Number(minor) + 1}.0` };
    return { ...next, ...(tier.sealed === undefined ? {} : { sealed: sealOf(next as Tier) }) };
  });
  await apply(trial, say);
  const caller = new Caller(trial);
  const token = await caller.token(grant);
  say(formatCall(grant, token, await caller.call(grant, { token })));
}

/** Checks, synthesizes and applies what changed. */
export async function apply(trial: Trial, say: Say): Promise<void> {
  say('$ npx --no-install gatewright synth');
  say((await trial.stacks.synth()).trim());
  say('$ terraform apply');
  const { changes, planned } = await trial.stacks.apply();
  for (const [stack, found] of changes) say(`${stack}: ${found.size} resources`);
  say(`${planned} stacks were planned`);
}

async function run(trial: Trial, say: Say, ...args: readonly string[]): Promise<void> {
  say(`$ ${commandLine(...args)}`);
  const { status, output } = await trial.stacks.command(...args);
  if (status !== 0) throw new Error(`gatewright ${args.join(' ')} ended with ${status}:\n${output}`);
  say(output.trim());
}

/** What an operator does at its identity provider for a new application. */
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

function edit(trial: Trial, name: string, change: (tier: Tier) => object): void {
  trial.copy.edit('Tier', (document, one) => {
    if (one !== name) return;
    const changed = change(document.toJS() as Tier) as Readonly<Record<string, unknown>>;
    for (const key of ['version', 'sealed', 'limits']) if (changed[key] !== undefined) document.set(key, changed[key]);
  });
}

function find(trial: Trial, what: string, fits: (grant: Grant) => boolean): Grant {
  const found = grantsOf(trial).find(fits);
  if (!found) throw new Error(`the catalog has no ${what}`);
  return found;
}
