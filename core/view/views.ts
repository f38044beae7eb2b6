import {
  type ApiEntry,
  type ApplicationEntry,
  agreedTierOn,
  type Catalog,
  type Entry,
  type Environment,
  type Tier,
  tiersOn,
} from '../model';
import { requireValidAsOf } from '../model/units';
import { type ApplicationAccess, accessOf } from './access/access';
import { AccessView } from './access/access-view';
import { OfferView } from './offer/offer-view';

/** An application's access in an environment on a date, with a view of each subscription. */
export interface ApplicationView extends ApplicationAccess {
  readonly subscriptions: readonly AccessView[];
}

/** All offers and accesses in an environment on a date. Each is computed on first use and cached. */
export class Views {
  readonly #catalog: Catalog;
  /** The documents of the catalog, with tiers as they apply on the date. */
  readonly #documents: Catalog;
  readonly #offers = new Map<ApiEntry, Map<Entry<Tier>, OfferView>>();
  readonly #applications = new Map<ApplicationEntry, ApplicationView>();

  constructor(
    catalog: Catalog,
    readonly environment: Entry<Environment>,
    /** 'YYYY-MM-DD' */
    readonly asOf: string,
  ) {
    this.#catalog = catalog;
    this.#documents = { ...catalog, tiers: tiersOn(catalog, asOf) };
    Object.freeze(this);
  }

  /** Every API at each of its tiers, whether or not the environment serves it. */
  get offers(): readonly OfferView[] {
    const { apis, tiers } = this.#documents;
    const offers = [...apis.values()].flatMap((api) =>
      api.value.tiers.flatMap((name) => {
        const tier = tiers.get(name);
        return tier ? [this.offerOf(api, tier)] : [];
      }),
    );
    return Object.freeze(offers);
  }

  /** Every application, sorted by id. */
  get applications(): readonly ApplicationView[] {
    const applications = [...this.#catalog.applications.values()]
      .map((application) => this.accessOf(application))
      .sort((a, b) => (a.application.id < b.application.id ? -1 : 1));
    return Object.freeze(applications);
  }

  /** The offer of an API at a tier, with the terms that are in force on the date. */
  offerOf(api: ApiEntry, { name }: Entry<Tier>): OfferView {
    const tier = this.#documents.tiers.get(name);
    if (!tier) throw new Error(`tier '${name}' is not in the catalog`);
    const offers = this.#offers.get(api) ?? new Map<Entry<Tier>, OfferView>();
    this.#offers.set(api, offers);
    const offer = offers.get(tier) ?? new OfferView(this.#catalog, api, tier, this.environment);
    offers.set(tier, offer);
    return offer;
  }

  /** The access of an application. */
  accessOf(application: ApplicationEntry): ApplicationView {
    const view = this.#applications.get(application) ?? this.#view(application);
    this.#applications.set(application, view);
    return view;
  }

  #view(application: ApplicationEntry): ApplicationView {
    const access = accessOf(this.#documents, application, this.environment.value, this.asOf);
    const offerOf = (api: ApiEntry, tier: Entry<Tier>) => this.offerOf(api, tier);
    const agreedOn = ({ partner }: ApplicationEntry, name: string, day: string): Entry<Tier> => {
      const tier = agreedTierOn(this.#catalog, name, day, partner.value.contract.terms);
      if (!tier) throw new Error(`tier '${name}' is not in the catalog`);
      return tier;
    };
    const subscriptions = access.subscriptions.map(
      (one) => new AccessView(access, one, this.environment, this.asOf, offerOf, agreedOn),
    );
    return Object.freeze({ ...access, subscriptions: Object.freeze(subscriptions) });
  }
}

const cache = new WeakMap<Catalog, Map<string, Views>>();

/**
 * The views of a catalog in an environment on a date, always the same object; undefined for an unknown environment.
 *
 * @param asOf 'YYYY-MM-DD' in UTC
 * @throws Error when `asOf` is not a date
 */
export function viewsIn(catalog: Catalog, environment: string, asOf: string): Views | undefined {
  const entry = catalog.environments.get(environment);
  if (!entry) return undefined;
  const byKey = cache.get(catalog) ?? new Map<string, Views>();
  cache.set(catalog, byKey);
  const key = `${environment} ${asOf}`;
  const cached = byKey.get(key);
  if (cached) return cached;
  requireValidAsOf(asOf);
  const views = new Views(catalog, entry, asOf);
  byKey.set(key, views);
  return views;
}

/** The access of every application in an environment on a date, sorted by application id; empty for an unknown environment. */
export function accessIn(catalog: Catalog, environment: string, asOf: string): readonly ApplicationView[] {
  return viewsIn(catalog, environment, asOf)?.applications ?? [];
}
