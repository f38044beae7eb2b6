import type { ApplicationEntry, Entry, Environment, Origin, Path } from '../../model';
import { originOf } from '../../model';
import { offerStatus } from '../offer/status';
import type { SubscriptionAccess } from './access';

/** What a decision says: approved or not, and from which day on. */
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
 * Where it is said that the calls of a granted subscription are let through: the subscription decides, and whatever could have said no
 * and is written has a say. In a sandbox nobody asks for the tier's status and approval, because of its stage.
 */
export function grantOrigins(
  application: ApplicationEntry,
  { api, index, tier }: Pick<SubscriptionAccess, 'api' | 'index' | 'tier'>,
  environment: Entry<Environment>,
): readonly Origin[] {
  const place = ['subscriptions', index];
  return [
    originOf(application, place),
    ...written(
      application,
      SUBSCRIPTION.map((path) => [...place, ...path]),
    ),
    ...(environment.value.stage === 'sandbox' ? [] : written(tier, TIER)),
    ...written(application, APPLICATION),
    originOf(application, ['credentials', environment.name], 'key'),
    ...written(application.partner, PARTNER),
    ...offerStatus(api, environment).origins,
  ];
}

/** Those of some places that are written in a document. */
function written(document: Parameters<typeof originOf>[0], paths: readonly Path[]): readonly Origin[] {
  return paths.filter((path) => valueAt(document.value, path) !== undefined).map((path) => originOf(document, path));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) => (at as Readonly<Record<string | number, unknown>> | undefined)?.[step],
    value,
  );
}
