import { describeApplication, getOwn, isServedIn, partiesOf } from '../../model';
import { type Check, type Found, found } from '../check';
import type { CheckedSubscription, CheckInput } from '../input';
import { isMeantToBeServed, servedEnvironments } from './shared/served-environments';
import { namesUnknownEnvironment } from './shared/unknown-names';

export const subscriptionWithoutEffect: Check<'subscription-without-effect'> = {
  code: 'subscription-without-effect',
  severity: 'warning',
  per: 'application',
  summary:
    "A subscription names an environment in which the application has no credentials or the API is not served; or the API is not served in any environment of the application's credentials; or the subscription starts after the partner's contract has ended.",
  rationale: 'the partner gets no access, although the catalog seems to grant it',
  fix: 'Add the credentials, serve the API there, or remove the environment or the subscription.',
  waivable: true,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: sim-swap
    tier: free
    scopes: [sim-swap:check]
    environments: [sandbox, production]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
    prefer: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: sim-swap
    tier: free
    scopes: [sim-swap:check]
    environments: [sandbox]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
  },
  *find(application, input) {
    const { credentials } = application.value;
    for (const subscription of input.subscriptionsOf(application.id)) {
      const { api } = subscription;
      // An unknown name may have been meant as any environment. An application without credentials is not set up yet.
      if (!api || !credentials || namesUnknownEnvironment(input.catalog, credentials)) continue;
      if (namesUnknownEnvironment(input.catalog, api.value.upstreams)) continue;
      // An API that is served nowhere is reported by another check.
      if (isMeantToBeServed(input.catalog, api) && servedEnvironments(input.catalog, api).length === 0) continue;
      yield* afterContract(subscription, input);
      yield* subscription.value.environments ? inNamed(subscription, input) : anywhere(subscription, input);
    }
  },
};

/** A subscription that starts when the contract has ended never applies. */
function* afterContract({ application, value, at }: CheckedSubscription, { catalog }: CheckInput): Iterable<Found> {
  const { owner } = partiesOf(catalog.partners, application);
  const { accepted, end } = owner.value.contract;
  if (end === undefined || value.start === undefined || value.start < end) return;
  // An end before the start is reported by another check.
  if (accepted !== undefined && end <= accepted.on) return;
  yield found(
    at(['start']),
    `subscription to api '${value.api}' starts on ${value.start}, but the contract of partner '${owner.name}' ends on ${end}`,
    'write an earlier `start`, or a later `end` for the contract',
  );
}

function* inNamed({ application, value, api, at }: CheckedSubscription, { catalog }: CheckInput): Iterable<Found> {
  for (const [index, name] of (value.environments ?? []).entries()) {
    const environment = catalog.environments.get(name);
    if (!environment || !api) continue;
    if (getOwn(application.value.credentials, name) === undefined) {
      const hint = `add credentials.${name}, or remove '${name}'`;
      yield found(
        at(['environments', index]),
        `${describeApplication(application)} has no credentials for environment '${name}'`,
        hint,
      );
    } else if (!isServedIn(api.value, environment.value)) {
      const hint = `remove '${name}', or serve the API there`;
      yield found(
        at(['environments', index]),
        `api '${api.name}' (${api.value.lifecycle}) is not served in environment '${name}'`,
        hint,
      );
    }
  }
}

function* anywhere({ application, api, at }: CheckedSubscription, { catalog }: CheckInput): Iterable<Found> {
  if (!api) return;
  const names = Object.keys(application.value.credentials ?? {});
  if (names.some((name) => isServed(name))) return;
  yield found(
    at(['api']),
    `api '${api.name}' (${api.value.lifecycle}) is not served in any environment for which ${describeApplication(application)} has credentials (${names.join(', ')})`,
    api.value.lifecycle === 'draft'
      ? 'remove the subscription until the API is served: a draft is not served anywhere, `lifecycle: preview` outside production'
      : 'remove the subscription, or add credentials where the API is served',
  );

  function isServed(name: string): boolean {
    const environment = catalog.environments.get(name);
    return environment !== undefined && api !== undefined && isServedIn(api.value, environment.value);
  }
}
