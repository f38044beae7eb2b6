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
import { type PurposeRules, purposeRules } from './purpose';
import { requiredScopes } from './required-scopes';
import { type EffectiveSla, effectiveSla } from './sla';
import { type OfferStatus, offerStatus } from './status';
import { type EffectiveWindow, effectiveApiWindows, effectiveTierWindows } from './windows';

/** What one operation comes to at a tier. */
export interface OperationView {
  readonly operation: ApiOperation;
  /** What the tier allows on it, shortest window first. */
  readonly windows: readonly EffectiveWindow[];
  /** Lists of scopes, of which one has to be granted in full, or none by decision. */
  readonly requiredScopes: Sourced<NeededScopes>;
}

/**
 * What an API comes to at a tier in an environment, whoever calls it. Nothing is worked out before it is asked for, and each part
 * once.
 */
export class OfferView {
  readonly #catalog: Catalog;
  #windows: readonly EffectiveWindow[] | undefined;
  #apiWindows: readonly EffectiveWindow[] | undefined;
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

  /** What the tier allows on the API as a whole, where overrides for operations do not count; shortest window first. */
  get windows(): readonly EffectiveWindow[] {
    this.#windows ??= effectiveTierWindows(this.tier, this.api.name);
    return this.#windows;
  }

  /** The API's own limit for all callers together, in addition; empty without one. */
  get apiWindows(): readonly EffectiveWindow[] {
    this.#apiWindows ??= effectiveApiWindows(this.#catalog, this.api);
    return this.#apiWindows;
  }

  get sla(): EffectiveSla {
    this.#sla ??= effectiveSla(this.api, this.tier);
    return this.#sla;
  }

  get policies(): EffectivePolicies {
    this.#policies ??= effectivePolicies(this.#catalog, this.api);
    return this.#policies;
  }

  /** What a subscription has to say about why it calls. */
  get purpose(): PurposeRules {
    this.#purpose ??= purposeRules(this.#catalog, this.api);
    return this.#purpose;
  }

  /** The operations that partners reach, by operationId, in the order of the OpenAPI file's paths. */
  get operations(): ReadonlyMap<string, OperationView> {
    this.#operations ??= new FrozenMap(exposedOperations(this.api).map((one) => [one.id, operationView(this, one)]));
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
