import type { ApplicationEntry, Catalog, Entry, Environment, Subscription } from '../../model';
import { describeApplication, isServedIn } from '../../model';
import { type Check, warning } from './check';
import { namesUnknownEnvironment } from './shared/unknown-names';

/** An application has credentials where it may call something: else its consumer is there and every call is refused. */
export const credentialsWithoutSubscription: Check = {
  code: 'credentials-without-subscription',
  *find({ catalog }) {
    for (const application of catalog.applications.values()) {
      const environments = withCredentials(catalog, application);
      const unused = environments.filter((environment) => !isUsed(catalog, application, environment));
      // Where it may call nothing anywhere, it is new, or each of its subscriptions has a finding.
      if (unused.length === environments.length) continue;
      for (const { name } of unused) {
        yield warning(
          application.at(['credentials', name], 'key'),
          `${describeApplication(application)} has credentials for environment '${name}', but no subscription that holds there`,
          `add a subscription to an API that '${name}' serves, or take the credentials out`,
        );
      }
    }
  },
};

/** Where an application has credentials; nothing where a name is wrong, so that nobody knows what was meant. */
function withCredentials(catalog: Catalog, { value }: ApplicationEntry): readonly Entry<Environment>[] {
  const { credentials = {}, subscriptions = [] } = value;
  const maps = subscriptions.map(({ api }) => catalog.apis.get(api)?.value.upstreams);
  if (maps.includes(undefined) || [credentials, ...maps].some((map) => namesUnknownEnvironment(catalog, map)))
    return [];
  return Object.keys(credentials).flatMap((name) => catalog.environments.get(name) ?? []);
}

/** Whether a subscription was, is or will be of use in an environment. */
function isUsed(
  catalog: Catalog,
  { value }: ApplicationEntry,
  { name, value: environment }: Entry<Environment>,
): boolean {
  const isThere = ({ api, environments }: Subscription) => {
    const entry = catalog.apis.get(api);
    return environments?.includes(name) !== false && entry !== undefined && isServedIn(entry.value, environment);
  };
  return value.subscriptions?.some(isThere) === true;
}
