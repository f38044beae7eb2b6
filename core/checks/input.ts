import type {
  ApiEntry,
  ApplicationEntry,
  Catalog,
  Entry,
  Environment,
  Jwk,
  Path,
  Position,
  PreviousOutput,
  Subscription,
  Tier,
  TokenPolicy,
} from '../model';
import {
  describeApplication,
  isMap,
  type Json,
  type JsonList,
  type JsonObject,
  type KeyResult,
  publicKey,
} from '../model';
import { textOf } from '../model/base/json';
import { documentsOf } from '../model/catalog/entries';
import { applicationStatus, grantReason } from '../view';

/** A subscription with the documents that it refers to, where they exist. */
export interface CheckedSubscription {
  readonly application: ApplicationEntry;
  readonly value: Subscription;
  readonly api: ApiEntry | undefined;
  readonly tier: Entry<Tier> | undefined;
  /** Where it grants access today, or will once it has started, has been approved or is no longer suspended. */
  readonly environments: readonly Entry<Environment>[];
  /** Position of one of its fields. */
  at(path?: Path): Position;
}

/** What a subscription refers to, even if its document has errors and is not in the catalog. */
export interface SubscriptionReferences {
  readonly api: ApiEntry | undefined;
  readonly tier: Entry<Tier> | undefined;
  /** Null in place of anything that is not a scope. */
  readonly scopes: JsonList;
  /** Position of one of its fields. */
  at(path: Path): Position;
}

/** A parsed public key of an application or an issuer in one environment. */
export interface CheckedKey {
  /** How messages refer to it: `key 1 of application …`. */
  readonly label: string;
  readonly environment: string;
  readonly result: KeyResult;
  at(): Position;
}

/** A key that an application signs tokens with. */
export interface ApplicationKey extends CheckedKey {
  readonly application: ApplicationEntry;
}

/** A key of an identity provider, written in a token policy. */
export interface IssuerKey extends CheckedKey {
  readonly policy: Entry<TokenPolicy>;
  readonly jwk: Jwk;
}

/** The input of checks: the catalog, the day, and values that several checks need, computed once. */
export interface CheckInput {
  readonly catalog: Catalog;
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
  /** What the previous output has; undefined if the catalog is not compared with one. */
  readonly previous?: PreviousOutput | undefined;
  /** All subscriptions, in the order of applications. */
  readonly subscriptions: readonly CheckedSubscription[];
  /** The subscriptions of one application. */
  readonly subscriptionsOf: (applicationId: string) => readonly CheckedSubscription[];
  /** What all subscriptions refer to, including those of documents that have errors and are not in the catalog. */
  readonly subscriptionReferences: readonly SubscriptionReferences[];
  /** All public keys of applications. */
  readonly applicationKeys: readonly ApplicationKey[];
  /** The public keys of one application. */
  readonly applicationKeysOf: (applicationId: string) => readonly ApplicationKey[];
  /** All public keys in token policies. */
  readonly issuerKeys: readonly IssuerKey[];
}

/** Prepares a catalog for checks. Each value is computed when a check first uses it. */
export function checkInput(catalog: Catalog, asOf: string, previous?: PreviousOutput): CheckInput {
  let subscriptionReferences: readonly SubscriptionReferences[] | undefined;
  let issuerKeys: readonly IssuerKey[] | undefined;
  const subscriptionsOf = perApplication(catalog, (application) => checkedSubscriptions(catalog, application, asOf));
  const applicationKeysOf = perApplication(catalog, keysOf);
  return {
    catalog,
    asOf,
    previous,
    get subscriptions() {
      return [...catalog.applications.keys()].flatMap(subscriptionsOf);
    },
    subscriptionsOf,
    get subscriptionReferences() {
      subscriptionReferences ??= [...documentsOf(catalog)].flatMap(({ kind, entry }) =>
        kind === 'Application' ? referencesOf(catalog, entry as Entry<JsonObject>) : [],
      );
      return subscriptionReferences;
    },
    get applicationKeys() {
      return [...catalog.applications.keys()].flatMap(applicationKeysOf);
    },
    applicationKeysOf,
    get issuerKeys() {
      issuerKeys ??= [...catalog.policies.token.values()].flatMap(issuerKeysOf);
      return issuerKeys;
    },
  };
}

/** A function that computes a list for an application, once; empty for an unknown id. */
function perApplication<T>(
  catalog: Catalog,
  compute: (application: ApplicationEntry) => readonly T[],
): (id: string) => readonly T[] {
  const known = new Map<string, readonly T[]>();
  return (id) => {
    const application = catalog.applications.get(id);
    const list = known.get(id) ?? (application ? compute(application) : []);
    known.set(id, list);
    return list;
  };
}

/** Reasons for refusal that neither time nor a decision changes. A partner that has lost its reseller may find another one. */
const FINAL_REASONS: ReadonlySet<string> = new Set([
  'partner-rejected',
  'application-rejected',
  'contract-ended',
  'no-credentials',
  'not-served',
  'other-environment',
  'ended',
  'approval-rejected',
]);

function checkedSubscriptions(catalog: Catalog, application: ApplicationEntry, asOf: string): CheckedSubscription[] {
  const open = [...catalog.environments.values()].filter(
    (environment) => !FINAL_REASONS.has(applicationStatus(catalog, application, environment.value, asOf).reason),
  );
  return (application.value.subscriptions ?? []).map((value, index) => {
    const api = catalog.apis.get(value.api);
    const tier = catalog.tiers.get(value.tier);
    return {
      application,
      value,
      api,
      tier,
      environments: open.filter(
        (environment) => api && tier && !FINAL_REASONS.has(grantReason(value, api, tier, environment.value, asOf)),
      ),
      at: (path = []) => application.at(['subscriptions', index, ...path]),
    };
  });
}

function referencesOf(catalog: Catalog, entry: Entry<JsonObject>): SubscriptionReferences[] {
  const { subscriptions } = entry.value;
  if (!Array.isArray(subscriptions)) return [];
  return subscriptions.flatMap((subscription: Json, index): SubscriptionReferences[] =>
    isMap(subscription)
      ? [
          {
            api: catalog.apis.get(textOf(subscription.api)),
            tier: catalog.tiers.get(textOf(subscription.tier)),
            scopes: Array.isArray(subscription.scopes) ? subscription.scopes : [],
            at: (path) => entry.at(['subscriptions', index, ...path]),
          },
        ]
      : [],
  );
}

function keysOf(application: ApplicationEntry): ApplicationKey[] {
  return Object.entries(application.value.credentials ?? {}).flatMap(([environment, credentials]) =>
    (credentials.keys ?? []).map((key, index) => ({
      label: `key ${index + 1} of ${describeApplication(application)} for environment '${environment}'`,
      application,
      environment,
      result: publicKey(key),
      at: () => application.at(['credentials', environment, 'keys', index]),
    })),
  );
}

/** The public keys in a token policy. */
export function issuerKeysOf(policy: Entry<TokenPolicy>): IssuerKey[] {
  return Object.entries(policy.value.environments).flatMap(([environment, { keys = [] }]) =>
    keys.map((jwk, index) => ({
      label: `key ${index + 1} of token policy '${policy.name}' for environment '${environment}'`,
      policy,
      environment,
      jwk,
      result: publicKey({ jwk }),
      at: () => policy.at(['environments', environment, 'keys', index]),
    })),
  );
}
