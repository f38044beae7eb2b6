import type {
  ApiEntry,
  ApiOperation,
  ApplicationEntry,
  Catalog,
  Entry,
  Environment,
  NeededScopes,
  Subscription,
} from '../../model';
import { originOf } from '../../model';
import type { AccessStatus, AccessView } from '../access/access-view';
import type { EffectivePolicies } from '../offer/policies';
import type { EffectiveSla } from '../offer/sla';
import type { EffectiveWindow } from '../offer/windows';
import { type Sourced, sourced } from '../sourced';
import { viewsIn } from '../views';
import { selectAccess } from './select-access';

/** What is asked: what holds for an application on an API, or on one operation of it. */
export interface EffectiveValuesQuery {
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
export interface EffectiveValues {
  readonly application: ApplicationEntry;
  readonly api: ApiEntry;
  readonly environment: Entry<Environment>;
  readonly operation?: ApiOperation;
  readonly access: Sourced<AccessStatus>;
  /** Name of the tier. */
  readonly tier: Sourced<string>;
  /** What the tier allows, shortest window first. */
  readonly windows: readonly EffectiveWindow[];
  /** The API's own limit for all callers together, in addition; empty without one. */
  readonly apiWindows: readonly EffectiveWindow[];
  readonly sla: EffectiveSla;
  /** What is granted; empty where the subscription names no scopes. */
  readonly scopes: Sourced<readonly string[]>;
  /** Of the operation that was asked for: lists of scopes, of which one has to be granted in full, or none by decision. */
  readonly requiredScopes?: Sourced<NeededScopes>;
  readonly purpose?: Sourced<NonNullable<Subscription['purpose']>>;
  readonly legalBasis?: Sourced<NonNullable<Subscription['legalBasis']>>;
  readonly policies: EffectivePolicies;
}

/**
 * What holds, and where it is said. Precedence is one table, in docs/effective-values.md. Undefined where nothing can be said:
 * something that was named does not exist, the operation is not exposed, or the application does not subscribe to the API.
 * Of several subscriptions to the API, one that is granted counts; of several granted the one whose tier the API lists first.
 */
export function effectiveValues(catalog: Catalog, question: EffectiveValuesQuery): EffectiveValues | undefined {
  const views = viewsIn(catalog, question.environment, question.asOf);
  const application = catalog.applications.get(question.application);
  const api = catalog.apis.get(question.api);
  if (!views || !application || !api) return undefined;
  const access = selectAccess(views.accessOf(application), api, question.asOf);
  return access && effectiveValuesOf(access, question.operation);
}

/**
 * The values of a subscription: its access joined with the offer of its API at its tier. Undefined where the operation is not
 * exposed.
 *
 * @param id an operationId; default: the API as a whole
 */
export function effectiveValuesOf(access: AccessView, id?: string): EffectiveValues | undefined {
  const { application, api, environment, tier, index, offer, purpose, legalBasis } = access;
  const asked = id === undefined ? undefined : offer.operations.get(id);
  if (id !== undefined && !asked) return undefined;
  return Object.freeze({
    application,
    api,
    environment,
    ...(asked && { operation: asked.operation }),
    access: access.status,
    tier: sourced(tier.name, [originOf(application, ['subscriptions', index, 'tier']), originOf(tier)]),
    windows: (asked ?? offer).windows,
    apiWindows: offer.apiWindows,
    sla: offer.sla,
    scopes: access.scopes,
    ...(asked && { requiredScopes: asked.requiredScopes }),
    ...(purpose && { purpose }),
    ...(legalBasis && { legalBasis }),
    policies: offer.policies,
  });
}
