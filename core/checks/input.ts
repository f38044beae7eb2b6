import type {
  ApiEntry,
  ApplicationEntry,
  Catalog,
  Entry,
  Environment,
  Jwk,
  Path,
  Position,
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

/** A subscription with what it refers to, as far as that exists. */
export interface CheckedSubscription {
  readonly application: ApplicationEntry;
  readonly value: Subscription;
  readonly api: ApiEntry | undefined;
  readonly tier: Entry<Tier> | undefined;
  /** Where it holds today, or will once it has started, is approved or no longer suspended. */
  readonly environments: readonly Entry<Environment>[];
  /** Position of one of its fields. */
  at(path?: Path): Position;
}

/** What a subscription names, in whatever document it stands: also in one that something else is wrong with. */
export interface NamedSubscription {
  readonly api: ApiEntry | undefined;
  readonly tier: Entry<Tier> | undefined;
  /** Null stands for what is no scope. */
  readonly scopes: JsonList;
  /** Position of one of its fields. */
  at(path: Path): Position;
}

/** A public key of an application in one environment, or of an issuer, read. */
export interface CheckedKey {
  /** What messages call it: `key 1 of application …`. */
  readonly words: string;
  readonly environment: string;
  readonly result: KeyResult;
  at(): Position;
}

/** A key that an application signs with. */
export interface ApplicationKey extends CheckedKey {
  readonly application: ApplicationEntry;
}

/** A key of an identity provider that stands in a token policy. */
export interface IssuerKey extends CheckedKey {
  readonly policy: Entry<TokenPolicy>;
  readonly jwk: Jwk;
}

/** What checks look at: the catalog, the day, and what several of them need, made once. */
export interface CheckInput {
  readonly catalog: Catalog;
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
  /** All subscriptions, in the order of applications. */
  readonly subscriptions: readonly CheckedSubscription[];
  /** The subscriptions of one application. */
  readonly subscriptionsOf: (applicationId: string) => readonly CheckedSubscription[];
  /** What all subscriptions name, those of documents that are left out of the catalog too. */
  readonly namedSubscriptions: readonly NamedSubscription[];
  /** All public keys of applications. */
  readonly applicationKeys: readonly ApplicationKey[];
  /** All public keys in token policies. */
  readonly issuerKeys: readonly IssuerKey[];
}

/** Prepares a catalog for checks. Nothing is made before a check asks for it. */
export function checkInput(catalog: Catalog, asOf: string): CheckInput {
  const subscriptions = new Map<string, readonly CheckedSubscription[]>();
  let namedSubscriptions: readonly NamedSubscription[] | undefined;
  let applicationKeys: readonly ApplicationKey[] | undefined;
  let issuerKeys: readonly IssuerKey[] | undefined;
  const subscriptionsOf = (id: string) => {
    const application = catalog.applications.get(id);
    const known = subscriptions.get(id) ?? (application ? checkedSubscriptions(catalog, application, asOf) : []);
    subscriptions.set(id, known);
    return known;
  };
  return {
    catalog,
    asOf,
    get subscriptions() {
      return [...catalog.applications.keys()].flatMap(subscriptionsOf);
    },
    subscriptionsOf,
    get namedSubscriptions() {
      namedSubscriptions ??= [...documentsOf(catalog)].flatMap(({ kind, entry }) =>
        kind === 'Application' ? namesOf(catalog, entry as Entry<JsonObject>) : [],
      );
      return namedSubscriptions;
    },
    get applicationKeys() {
      applicationKeys ??= [...catalog.applications.values()].flatMap(keysOf);
      return applicationKeys;
    },
    get issuerKeys() {
      issuerKeys ??= [...catalog.policies.token.values()].flatMap(issuerKeysOf);
      return issuerKeys;
    },
  };
}

/** Reasons that no passing of time and no decision turns into access. */
const NEVER: ReadonlySet<string> = new Set([
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
    (environment) => !NEVER.has(applicationStatus(application, environment.value, asOf).reason),
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
        (environment) => api && tier && !NEVER.has(grantReason(value, api, tier, environment.value, asOf)),
      ),
      at: (path = []) => application.at(['subscriptions', index, ...path]),
    };
  });
}

function namesOf(catalog: Catalog, entry: Entry<JsonObject>): NamedSubscription[] {
  const { subscriptions } = entry.value;
  if (!Array.isArray(subscriptions)) return [];
  return subscriptions.flatMap((subscription: Json, index): NamedSubscription[] =>
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
      words: `key ${index + 1} of ${describeApplication(application)} for environment '${environment}'`,
      application,
      environment,
      result: publicKey(key),
      at: () => application.at(['credentials', environment, 'keys', index]),
    })),
  );
}

function issuerKeysOf(policy: Entry<TokenPolicy>): IssuerKey[] {
  return Object.entries(policy.value.environments).flatMap(([environment, { keys = [] }]) =>
    keys.map((jwk, index) => ({
      words: `key ${index + 1} of token policy '${policy.name}' for environment '${environment}'`,
      policy,
      environment,
      jwk,
      result: publicKey({ jwk }),
      at: () => policy.at(['environments', environment, 'keys', index]),
    })),
  );
}
