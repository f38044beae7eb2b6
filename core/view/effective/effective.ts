import type {
  ApiEntry,
  ApplicationEntry,
  Catalog,
  Entry,
  Environment,
  NeededScopes,
  Position,
  Subscription,
} from '../../model';
import { type ApiOperation, exposedOperations } from '../../model';
import { accessOf, type SubscriptionAccess } from '../access/access';
import { type EffectiveAccess, effectiveAccess } from './access';
import type { Part } from './part';
import { type EffectivePolicies, effectivePolicies } from './policies';
import { type EffectiveSla, effectiveSla } from './sla';
import { apiWindows, type EffectiveWindow, tierLimits } from './windows';

/** What is asked: what holds for an application on an API, or on one operation of it. */
export interface EffectiveQuestion {
  /** `<partner>_<application>` */
  readonly application: string;
  readonly api: string;
  /** An operationId; default: the API as a whole, where overrides for operations do not count. */
  readonly operation?: string;
  readonly environment: string;
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
}

/** What holds for one application on one API (and operation) in one environment on one day, each part with its origins. */
export interface Effective {
  readonly application: ApplicationEntry;
  readonly api: ApiEntry;
  readonly environment: Entry<Environment>;
  readonly operation?: ApiOperation;
  readonly access: Part<EffectiveAccess>;
  /** Name of the tier. */
  readonly tier: Part<string>;
  /** What the tier allows, shortest window first. */
  readonly windows: readonly EffectiveWindow[];
  /** The API's own limit for all callers together, in addition; empty without one. */
  readonly apiWindows: readonly EffectiveWindow[];
  readonly sla: EffectiveSla;
  /** What is granted; empty where the subscription names no scopes. */
  readonly scopes: Part<readonly string[]>;
  /** Of the operation that was asked for: lists of scopes, of which one has to be granted in full, or none by decision. */
  readonly requiredScopes?: Part<NeededScopes>;
  readonly purpose?: Part<NonNullable<Subscription['purpose']>>;
  readonly legalBasis?: Part<NonNullable<Subscription['legalBasis']>>;
  readonly policies: EffectivePolicies;
}

/**
 * What holds, and where it is said. Precedence is one table, in docs/effective-values.md. Undefined where nothing can be said:
 * something that was named does not exist, the operation is not exposed, or the application does not subscribe to the API.
 * Of several subscriptions to the API, one that is granted counts; of several granted the one whose tier the API lists first.
 */
export function effectiveValues(catalog: Catalog, question: EffectiveQuestion): Effective | undefined {
  const application = catalog.applications.get(question.application);
  const api = catalog.apis.get(question.api);
  const environment = catalog.environments.get(question.environment);
  if (!application || !api || !environment) return undefined;
  const operation = exposedOperations(api).find(({ id }) => id === question.operation);
  if (question.operation !== undefined && !operation) return undefined;
  const access = accessOf(catalog, application, environment.value, question.asOf);
  const held = heldSubscription(access.subscriptions, api, question.asOf);
  if (!held) return undefined;
  const { subscription, tier } = held;
  const at = (field: keyof Subscription): Position => application.at(['subscriptions', held.index, field]);
  return {
    application,
    api,
    environment,
    ...(operation && { operation }),
    access: effectiveAccess(access, held, environment),
    tier: { value: tier.name, origins: [at('tier'), tier.at()] },
    windows: tierLimits(tier, api.name, operation?.id),
    apiWindows: apiWindows(catalog, api),
    sla: effectiveSla(api, tier),
    scopes: { value: subscription.scopes ?? [], origins: [at('scopes')] },
    ...(operation && { requiredScopes: neededScopesPart(api, operation) }),
    ...(subscription.purpose && { purpose: { value: subscription.purpose, origins: [at('purpose')] } }),
    ...(subscription.legalBasis && { legalBasis: { value: subscription.legalBasis, origins: [at('legalBasis')] } }),
    policies: effectivePolicies(catalog, api),
  };
}

/** What an operation needs, and every place that has a say in it. */
function neededScopesPart(api: ApiEntry, { id, scopes }: ApiOperation): Part<NeededScopes> {
  const index = api.value.routes?.findIndex(({ operation }) => operation === id) ?? -1;
  const inRoute = api.value.routes?.[index]?.scopes !== undefined;
  const inFile = api.definition.operations.some((operation) => operation.id === id && operation.scopes.length > 0);
  const written = [
    ...(inRoute ? [api.at(['routes', index, 'scopes'])] : []),
    ...(inFile || (!inRoute && api.value.scopes === undefined) ? [api.at(['openapi'])] : []),
    ...(!inFile && !inRoute && api.value.scopes !== undefined ? [api.at(['scopes'])] : []),
  ];
  return { value: scopes, origins: written };
}

/** The subscription that counts: granted and best, else in force, else the next one, else the last. */
function heldSubscription(
  subscriptions: readonly SubscriptionAccess[],
  api: ApiEntry,
  asOf: string,
): SubscriptionAccess | undefined {
  const rank = ({ granted, subscription: { start, end } }: SubscriptionAccess): number => {
    if (granted) return 0;
    if (end !== undefined && end <= asOf) return 3;
    return start !== undefined && asOf < start ? 2 : 1;
  };
  const place = ({ tier }: SubscriptionAccess): number => {
    const index = api.value.tiers.indexOf(tier.name);
    return index < 0 ? api.value.tiers.length : index;
  };
  return subscriptions
    .filter((one) => one.api === api)
    .sort((a, b) => rank(a) - rank(b) || place(a) - place(b) || a.index - b.index)[0];
}
