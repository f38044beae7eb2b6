import type { ApiEntry, ApplicationEntry, Entry, Environment, Parties, Subscription, Tier } from '../../model';
import { originOf } from '../../model';
import type { OfferView } from '../offer/offer-view';
import type { EffectivePrice } from '../offer/price';
import type { EffectiveSla } from '../offer/sla';
import { type Sourced, sourced } from '../sourced';
import type { ApplicationAccess, GrantReason, SubscriptionAccess } from './access';
import { accessOrigins } from './access-origins';
import type { StatusReason } from './application-status';
import { partyOrigins } from './party-origins';
import { accessPrice } from './price';
import { accessSla } from './sla';

/** Whether calls are allowed, and why. */
export interface AccessStatus {
  readonly granted: boolean;
  /** Whether the application has a consumer in the environment. */
  readonly present: boolean;
  readonly statusReason: StatusReason;
  readonly grantReason: GrantReason;
}

/** The access that one subscription gives an application in an environment on a date. */
export class AccessView implements SubscriptionAccess {
  readonly #access: ApplicationAccess;
  readonly #offerOf: (api: ApiEntry, tier: Entry<Tier>) => OfferView;
  readonly #agreedTierOn: (application: ApplicationEntry, tier: string, day: string) => Entry<Tier>;
  readonly subscription: Subscription;
  readonly index: number;
  readonly api: ApiEntry;
  readonly tier: Entry<Tier>;
  readonly granted: boolean;
  readonly reason: GrantReason;

  /**
   * @param offerOf returns an offer of the environment
   * @param agreedTierOn returns a tier as it applies to the partner of an application on a day
   */
  constructor(
    access: ApplicationAccess,
    { subscription, index, api, tier, granted, reason }: SubscriptionAccess,
    readonly environment: Entry<Environment>,
    /** 'YYYY-MM-DD' */
    readonly asOf: string,
    offerOf: (api: ApiEntry, tier: Entry<Tier>) => OfferView,
    agreedTierOn: (application: ApplicationEntry, tier: string, day: string) => Entry<Tier>,
  ) {
    this.#access = access;
    this.#agreedTierOn = agreedTierOn;
    this.#offerOf = offerOf;
    this.subscription = subscription;
    this.index = index;
    this.api = api;
    this.tier = tier;
    this.granted = granted;
    this.reason = reason;
    Object.freeze(this);
  }

  get application(): ApplicationEntry {
    return this.#access.application;
  }

  /** The owner of the application and the resellers through which it buys, the nearest first. */
  get parties(): Sourced<Parties> {
    const { application, parties } = this.#access;
    return sourced(parties, [originOf(application), ...partyOrigins(application, parties)]);
  }

  /** The API and tier that the application subscribes to. */
  get offer(): OfferView {
    return this.#offerOf(this.api, this.tier);
  }

  /**
   * The tier with the terms that the subscription has on a day, past or future: those in force, or those that the contract pins. The
   * deviations of the contract apply in addition, see `deviationsOn`.
   *
   * @param day 'YYYY-MM-DD' in UTC
   */
  termsOn(day: string): Entry<Tier> {
    return this.#agreedTierOn(this.application, this.tier.name, day);
  }

  /** The version of the terms that the subscription has, with its origin. */
  get termsVersion(): Sourced<string> {
    const tier = this.termsOn(this.asOf);
    return sourced(tier.value.version, [originOf(tier, ['version'])]);
  }

  /** The service level of the offer, with the terms that the contract pins and its deviations. */
  get sla(): EffectiveSla {
    return accessSla(this);
  }

  /** The price of the offer, with the terms that the contract pins and its deviations; undefined if there is none. */
  get price(): EffectivePrice | undefined {
    return accessPrice(this);
  }

  get status(): Sourced<AccessStatus> {
    const { present, reason: statusReason } = this.#access;
    const status = { granted: this.granted, present, statusReason, grantReason: this.reason };
    return sourced(Object.freeze(status), accessOrigins(this.#access, this, this.environment, this.asOf));
  }

  /** The granted scopes; empty if the subscription lists none. */
  get scopes(): Sourced<readonly string[]> {
    return this.#field('scopes') ?? this.#sourced('scopes', NO_SCOPES);
  }

  get purpose(): Sourced<NonNullable<Subscription['purpose']>> | undefined {
    return this.#field('purpose');
  }

  get legalBasis(): Sourced<NonNullable<Subscription['legalBasis']>> | undefined {
    return this.#field('legalBasis');
  }

  /** The first day of the subscription. */
  get start(): Sourced<string> | undefined {
    return this.#field('start');
  }

  /** The first day after the subscription has ended. */
  get end(): Sourced<string> | undefined {
    return this.#field('end');
  }

  #field<Field extends keyof Subscription>(field: Field): Sourced<NonNullable<Subscription[Field]>> | undefined {
    const value = this.subscription[field];
    return value === undefined ? undefined : this.#sourced(field, value as NonNullable<Subscription[Field]>);
  }

  #sourced<T>(field: keyof Subscription, value: T): Sourced<T> {
    return sourced(value, [originOf(this.application, ['subscriptions', this.index, field])]);
  }
}

const NO_SCOPES: readonly string[] = Object.freeze([]);
