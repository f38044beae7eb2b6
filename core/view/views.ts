import type { ApiEntry, ApplicationEntry, Catalog, Entry, Environment, Tier } from '../model';
import { requireAsOf } from '../model/units';
import { type ApplicationAccess, accessOf } from './access/access';
import { AccessView } from './access/access-view';
import { OfferView } from './offer/offer-view';

/** What an application may do in an environment on a day, with a view of each subscription. */
export interface ApplicationView extends ApplicationAccess {
  readonly subscriptions: readonly AccessView[];
}

/** What holds in an environment on a day. Nothing is worked out before it is asked for, and everything once. */
export class Views {
  readonly #catalog: Catalog;
  readonly #offers = new Map<ApiEntry, Map<Entry<Tier>, OfferView>>();
  readonly #applications = new Map<ApplicationEntry, ApplicationView>();

  constructor(
    catalog: Catalog,
    readonly environment: Entry<Environment>,
    /** 'YYYY-MM-DD' */
    readonly asOf: string,
  ) {
    this.#catalog = catalog;
    Object.freeze(this);
  }

  /** Every API at every tier that it is offered at, whether the environment serves it or not. */
  get offers(): readonly OfferView[] {
    const { apis, tiers } = this.#catalog;
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

  /** What an API comes to at a tier. */
  offerOf(api: ApiEntry, tier: Entry<Tier>): OfferView {
    const offers = this.#offers.get(api) ?? new Map<Entry<Tier>, OfferView>();
    this.#offers.set(api, offers);
    const offer = offers.get(tier) ?? new OfferView(this.#catalog, api, tier, this.environment);
    offers.set(tier, offer);
    return offer;
  }

  /** What an application may do. */
  accessOf(application: ApplicationEntry): ApplicationView {
    const known = this.#applications.get(application) ?? this.#view(application);
    this.#applications.set(application, known);
    return known;
  }

  #view(application: ApplicationEntry): ApplicationView {
    const access = accessOf(this.#catalog, application, this.environment.value, this.asOf);
    const offerOf = (api: ApiEntry, tier: Entry<Tier>) => this.offerOf(api, tier);
    const subscriptions = access.subscriptions.map((one) => new AccessView(access, one, this.environment, offerOf));
    return Object.freeze({ ...access, subscriptions: Object.freeze(subscriptions) });
  }
}

const known = new WeakMap<Catalog, Map<string, Views>>();

/**
 * What holds in an environment of a catalog on a day, always the same object; undefined for an unknown environment.
 *
 * @param asOf the day, 'YYYY-MM-DD' in UTC
 * @throws Error when `asOf` is not a date
 */
export function viewsIn(catalog: Catalog, environment: string, asOf: string): Views | undefined {
  const entry = catalog.environments.get(environment);
  if (!entry) return undefined;
  const views = known.get(catalog) ?? new Map<string, Views>();
  known.set(catalog, views);
  const key = `${environment} ${asOf}`;
  const found = views.get(key);
  if (found) return found;
  requireAsOf(asOf);
  const made = new Views(catalog, entry, asOf);
  views.set(key, made);
  return made;
}

/** What every application may do in an environment on a day, sorted by application id; nothing for an unknown environment. */
export function accessIn(catalog: Catalog, environment: string, asOf: string): readonly ApplicationView[] {
  return viewsIn(catalog, environment, asOf)?.applications ?? [];
}
