import type { ApplicationEntry, Catalog, Entry, Environment, Subscription } from '../../model';
import { describeApplication, isServedIn } from '../../model';
import { type Check, found } from '../check';
import { namesUnknownEnvironment } from './shared/unknown-names';

export const credentialsWithoutSubscription: Check<'credentials-without-subscription'> = {
  code: 'credentials-without-subscription',
  severity: 'warning',
  per: 'application',
  summary: 'An application has credentials for an environment in which none of its subscriptions grants access.',
  rationale: 'the gateway recognizes the application, but refuses every call',
  fix: 'Add a subscription to an API that the environment serves, or remove the credentials.',
  details: 'An application without any subscription is new, and is not reported.',
  waivable: true,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
credentials:
  sandbox: { clientId: portal-sandbox }
  production: { clientId: portal }
subscriptions:
  - api: device-location # served only in sandbox
    tier: free
    scopes: [location:read]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
    prefer: `kind: Application
partner: initech
name: portal
credentials:
  sandbox: { clientId: portal-sandbox }
subscriptions:
  - api: device-location # served only in sandbox
    tier: free
    scopes: [location:read]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
  },
  *find(application, { catalog }) {
    const environments = withCredentials(catalog, application);
    const unused = environments.filter((environment) => !isUsed(catalog, application, environment));
    // If none is used, the application is new, or other checks report its subscriptions.
    if (unused.length === environments.length) return;
    for (const { name } of unused) {
      yield found(
        application.at(['credentials', name], 'key'),
        `${describeApplication(application)} has credentials for environment '${name}', but no subscription grants access there`,
        `add a subscription to an API that '${name}' serves, or remove the credentials`,
      );
    }
  },
};

/** The environments for which an application has credentials; none if a name is unknown, which may be a typo of any other. */
function withCredentials(catalog: Catalog, { value }: ApplicationEntry): readonly Entry<Environment>[] {
  const { credentials = {}, subscriptions = [] } = value;
  const maps = subscriptions.map(({ api }) => catalog.apis.get(api)?.value.upstreams);
  if (maps.includes(undefined) || [credentials, ...maps].some((map) => namesUnknownEnvironment(catalog, map)))
    return [];
  return Object.keys(credentials).flatMap((name) => catalog.environments.get(name) ?? []);
}

/** Whether a subscription grants access in an environment on any day. */
function isUsed(
  catalog: Catalog,
  { value }: ApplicationEntry,
  { name, value: environment }: Entry<Environment>,
): boolean {
  const includesEnvironment = ({ api, environments }: Subscription) => {
    const entry = catalog.apis.get(api);
    return environments?.includes(name) !== false && entry !== undefined && isServedIn(entry.value, environment);
  };
  return value.subscriptions?.some(includesEnvironment) === true;
}
