import type {
  ApiEntry,
  ApiOperation,
  ApplicationEntry,
  Catalog,
  Entry,
  Environment,
  NeededScopes,
  Parties,
  Subscription,
} from '../../model';
import { originOf } from '../../model';
import type { AccessStatus, AccessView } from '../access/access-view';
import type { EffectivePolicies } from '../offer/policies';
import { type EffectiveCallPrice, type EffectivePrice, priceOf } from '../offer/price';
import type { EffectiveSla } from '../offer/sla';
import type { EffectiveWindow } from '../offer/windows';
import { type Sourced, sourced } from '../sourced';
import { viewsIn } from '../views';
import { selectAccess } from './select-access';

/** Selects the effective values of an application for an API or for one of its operations. */
export interface EffectiveValuesQuery {
  /** `<partner>_<application>` */
  readonly application: string;
  readonly api: string;
  /** An operationId; by default the API as a whole, without overrides for operations. */
  readonly operation?: string;
  readonly environment: string;
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
}

/** What applies to one application for one API (and operation) in one environment on one date, each value with its origins. */
export interface EffectiveValues {
  readonly application: ApplicationEntry;
  readonly api: ApiEntry;
  readonly environment: Entry<Environment>;
  readonly operation?: ApiOperation;
  readonly access: Sourced<AccessStatus>;
  /** The owner of the application and the resellers through which it buys, the nearest first. */
  readonly parties: Sourced<Parties>;
  /** Name of the tier. */
  readonly tier: Sourced<string>;
  /** The tier's limits and quota that the gateway enforces, shortest window first. */
  readonly windows: readonly EffectiveWindow[];
  /** The quota beyond which calls are billed and not refused; empty unless the tier has `overage: bill`. */
  readonly billedQuota: readonly EffectiveWindow[];
  /** The API's own limit, which all callers share; it applies in addition. Empty if there is none. */
  readonly apiWindows: readonly EffectiveWindow[];
  /** The service level, with the deviations of the contract. */
  readonly sla: EffectiveSla;
  /** What is charged; undefined if neither the tier nor a deviation of the contract has a price. */
  readonly price?: EffectivePrice;
  /** The items that price the calls of the operation, or else those of the API that no item lists by operation. */
  readonly callPrice: EffectiveCallPrice;
  /** The granted scopes; empty if the subscription lists none. */
  readonly scopes: Sourced<readonly string[]>;
  /** The operation's required scopes: lists, one of which must be granted in full, or explicitly none. */
  readonly requiredScopes?: Sourced<NeededScopes>;
  readonly purpose?: Sourced<NonNullable<Subscription['purpose']>>;
  readonly legalBasis?: Sourced<NonNullable<Subscription['legalBasis']>>;
  readonly policies: EffectivePolicies;
}

/**
 * The effective values for a query, with their origins. docs/effective-values.md has the table of precedence. Undefined if a name in
 * the query does not exist, the operation is not exposed, or the application does not subscribe to the API. Of several
 * subscriptions to the API, a granted one counts; of several granted ones, the one whose tier the API lists first.
 */
export function effectiveValues(catalog: Catalog, query: EffectiveValuesQuery): EffectiveValues | undefined {
  const views = viewsIn(catalog, query.environment, query.asOf);
  const application = catalog.applications.get(query.application);
  const api = catalog.apis.get(query.api);
  if (!views || !application || !api) return undefined;
  const access = selectAccess(views.accessOf(application), api, query.asOf);
  return access && effectiveValuesOf(access, query.operation);
}

/**
 * The effective values of a subscription: its access joined with its offer. Undefined if the operation is not exposed.
 *
 * @param id an operationId; by default the API as a whole
 */
export function effectiveValuesOf(access: AccessView, id?: string): EffectiveValues | undefined {
  const { application, api, environment, tier, index, offer, purpose, legalBasis, price } = access;
  const operation = id === undefined ? undefined : offer.operations.get(id);
  if (id !== undefined && !operation) return undefined;
  return Object.freeze({
    application,
    api,
    environment,
    ...(operation && { operation: operation.operation }),
    access: access.status,
    parties: access.parties,
    tier: sourced(tier.name, [originOf(application, ['subscriptions', index, 'tier']), originOf(tier)]),
    windows: (operation ?? offer).windows,
    billedQuota: offer.billedQuota,
    apiWindows: offer.apiWindows,
    sla: access.sla,
    ...(price && { price }),
    callPrice: price ? priceOf(price, api.name, id) : NO_PRICE,
    scopes: access.scopes,
    ...(operation && { requiredScopes: operation.requiredScopes }),
    ...(purpose && { purpose }),
    ...(legalBasis && { legalBasis }),
    policies: offer.policies,
  });
}

const NO_PRICE: EffectiveCallPrice = Object.freeze({});
