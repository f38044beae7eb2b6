import type { Entry, Environment, Origin, Path } from '../../model';
import { originOf } from '../../model';
import { offerStatus } from '../offer/status';
import type { ApplicationAccess, SubscriptionAccess } from './access';
import { partyOrigins } from './party-origins';

/** The fields of an approval that count: the decision, and its date. */
const DECISION: readonly Path[] = [
  ['approval', 'status'],
  ['approval', 'on'],
];
const SUBSCRIPTION: readonly Path[] = [['environments'], ...DECISION, ['start'], ['end']];
const TIER: readonly Path[] = [['status'], ['approval']];
const APPLICATION: readonly Path[] = [...DECISION, ['suspended', 'since']];
const PARTNER: readonly Path[] = [
  ...DECISION,
  ['contract', 'accepted', 'on'],
  ['contract', 'end'],
  ['suspended', 'since'],
];

/**
 * The origins of a grant: the subscription, followed by every field in the documents that could have prevented the grant. In a
 * sandbox, the tier's status and approval do not matter.
 */
export function grantOrigins(
  { application, parties }: Pick<ApplicationAccess, 'application' | 'parties'>,
  { api, index, tier }: Pick<SubscriptionAccess, 'api' | 'index' | 'tier'>,
  environment: Entry<Environment>,
): readonly Origin[] {
  const subscriptionPath = ['subscriptions', index];
  return [
    originOf(application, subscriptionPath),
    ...existingOrigins(
      application,
      SUBSCRIPTION.map((path) => [...subscriptionPath, ...path]),
    ),
    ...(environment.value.stage === 'sandbox' ? [] : existingOrigins(tier, TIER)),
    ...existingOrigins(application, APPLICATION),
    originOf(application, ['credentials', environment.name], 'key'),
    ...existingOrigins(parties.owner, PARTNER),
    ...partyOrigins(application, parties),
    ...parties.resellers.flatMap((reseller) => existingOrigins(reseller, PARTNER)),
    ...offerStatus(api, environment).origins,
  ];
}

/** The origins of the paths that exist in a document. */
function existingOrigins(document: Parameters<typeof originOf>[0], paths: readonly Path[]): readonly Origin[] {
  return paths.filter((path) => valueAt(document.value, path) !== undefined).map((path) => originOf(document, path));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) => (at as Readonly<Record<string | number, unknown>> | undefined)?.[step],
    value,
  );
}
