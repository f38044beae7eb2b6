import {
  type ApiEntry,
  type ApiOperation,
  type Catalog,
  type Entry,
  type Environment,
  exposedOperations,
  FrozenMap,
  type NeededScopes,
  type Tier,
} from '../../model';
import type { Sourced } from '../sourced';
import { type EffectivePolicies, effectivePolicies } from './policies';
import { type EffectivePrice, effectivePrice } from './price';
import { type PurposeRules, purposeRules } from './purpose';
import { requiredScopes } from './required-scopes';
import { type EffectiveSla, effectiveSla, offeredSla } from './sla';
import { type OfferStatus, offerStatus } from './status';
import { type EffectiveWindow, effectiveApiWindows, effectiveBilledQuota, effectiveTierWindows } from './windows';

/** One operation of an API at a tier. */
export interface OperationView {
  readonly operation: ApiOperation;
  /** The tier's limits and quota that the gateway enforces for the operation, shortest window first. */
  readonly windows: readonly EffectiveWindow[];
  /** Lists of scopes, one of which must be granted in full, or explicitly none. */
  readonly requiredScopes: Sourced<NeededScopes>;
}

/**
 * An API at a tier in an environment, independent of the caller. Each value is computed on first use and cached.
 */
export class OfferView {
  readonly #catalog: Catalog;
  #windows: readonly EffectiveWindow[] | undefined;
  #billedQuota: readonly EffectiveWindow[] | undefined;
  #apiWindows: readonly EffectiveWindow[] | undefined;
  #price: EffectivePrice | undefined;
  #sla: EffectiveSla | undefined;
  #policies: EffectivePolicies | undefined;
  #purpose: PurposeRules | undefined;
  #status: Sourced<OfferStatus> | undefined;
  #operations: ReadonlyMap<string, OperationView> | undefined;

  constructor(
    catalog: Catalog,
    readonly api: ApiEntry,
    readonly tier: Entry<Tier>,
    readonly environment: Entry<Environment>,
  ) {
    this.#catalog = catalog;
    Object.freeze(this);
  }

  /** Whether the environment serves the API. */
  get status(): Sourced<OfferStatus> {
    this.#status ??= offerStatus(this.api, this.environment);
    return this.#status;
  }

  /**
   * The tier's limits and quota that the gateway enforces for the API as a whole, without overrides for operations; shortest window
   * first.
   */
  get windows(): readonly EffectiveWindow[] {
    this.#windows ??= effectiveTierWindows(this.tier, this.api.name);
    return this.#windows;
  }

  /** The quota beyond which calls are billed and not refused; empty unless the tier has `overage: bill`. */
  get billedQuota(): readonly EffectiveWindow[] {
    this.#billedQuota ??= effectiveBilledQuota(this.tier, this.api.name);
    return this.#billedQuota;
  }

  /** The API's own limit, which all callers share; it applies in addition. Empty if there is none. */
  get apiWindows(): readonly EffectiveWindow[] {
    this.#apiWindows ??= effectiveApiWindows(this.#catalog, this.api);
    return this.#apiWindows;
  }

  /** The price of the tier; undefined if it has none. */
  get price(): EffectivePrice | undefined {
    this.#price ??= effectivePrice(this.tier);
    return this.#price;
  }

  /** The service level that callers without a deviation in their contract are promised. */
  get sla(): EffectiveSla {
    this.#sla ??= effectiveSla(offeredSla(this.api, this.tier));
    return this.#sla;
  }

  get policies(): EffectivePolicies {
    this.#policies ??= effectivePolicies(this.#catalog, this.api);
    return this.#policies;
  }

  /** What a subscription must state about its purpose. */
  get purpose(): PurposeRules {
    this.#purpose ??= purposeRules(this.#catalog, this.api);
    return this.#purpose;
  }

  /** The exposed operations by operationId, in the order of the OpenAPI file's paths. */
  get operations(): ReadonlyMap<string, OperationView> {
    this.#operations ??= new FrozenMap(
      exposedOperations(this.api).map((operation) => [operation.id, operationView(this, operation)]),
    );
    return this.#operations;
  }
}

function operationView({ api, tier }: OfferView, operation: ApiOperation): OperationView {
  return Object.freeze({
    operation,
    windows: effectiveTierWindows(tier, api.name, operation.id),
    requiredScopes: requiredScopes(api, operation),
  });
}
