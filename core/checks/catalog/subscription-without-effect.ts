import { describeApplication, getOwn, isServedIn } from '../../model';
import type { CheckedSubscription, CheckInput } from '../input';
import { type Check, type Found, warning } from './check';
import { isMeantToBeServed, servedEnvironments } from './shared/served-environments';
import { namesUnknownEnvironment } from './shared/unknown-names';

/** A subscription holds where its application has credentials and its API is served. */
export const subscriptionWithoutEffect: Check = {
  code: 'subscription-without-effect',
  *find(input) {
    for (const subscription of input.subscriptions) {
      const { application, api } = subscription;
      const { credentials } = application.value;
      // Where a name is wrong nobody knows which environment was meant; without any credentials the work has not begun.
      if (!api || !credentials || namesUnknownEnvironment(input.catalog, credentials)) continue;
      if (namesUnknownEnvironment(input.catalog, api.value.upstreams)) continue;
      // An API that is served nowhere has a finding of its own.
      if (isMeantToBeServed(input.catalog, api) && servedEnvironments(input.catalog, api).length === 0) continue;
      yield* afterContract(subscription);
      yield* subscription.value.environments ? inNamed(subscription, input) : anywhere(subscription, input);
    }
  },
};

/** A subscription that begins when the contract has ended never holds. */
function* afterContract({ application: { partner }, value, at }: CheckedSubscription): Iterable<Found> {
  const { accepted, end } = partner.value.contract;
  if (end === undefined || value.start === undefined || value.start < end) return;
  // An end before the beginning is a mistake that has a finding of its own.
  if (accepted !== undefined && end <= accepted.on) return;
  yield warning(
    at(['start']),
    `subscription to api '${value.api}' begins on ${value.start}, and the contract of partner '${partner.name}' ends on ${end}`,
    'write an earlier `start`, or a later `end` of the contract',
  );
}

function* inNamed({ application, value, api, at }: CheckedSubscription, { catalog }: CheckInput): Iterable<Found> {
  for (const [index, name] of (value.environments ?? []).entries()) {
    const environment = catalog.environments.get(name);
    if (!environment || !api) continue;
    if (getOwn(application.value.credentials, name) === undefined) {
      const hint = `add credentials.${name}, or take '${name}' out`;
      yield warning(
        at(['environments', index]),
        `${describeApplication(application)} has no credentials for environment '${name}'`,
        hint,
      );
    } else if (!isServedIn(api.value, environment.value)) {
      const hint = `take '${name}' out, or serve the API there`;
      yield warning(
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
  yield warning(
    at(['api']),
    `api '${api.name}' (${api.value.lifecycle}) is served in none of the environments in which ${describeApplication(application)} has credentials (${names.join(', ')})`,
    api.value.lifecycle === 'draft'
      ? 'take the subscription out until the API is served: a draft is served nowhere, `lifecycle: preview` outside production'
      : 'take the subscription out, or add credentials where the API is served',
  );

  function isServed(name: string): boolean {
    const environment = catalog.environments.get(name);
    return environment !== undefined && api !== undefined && isServedIn(api.value, environment.value);
  }
}
