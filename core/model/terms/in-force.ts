import type { Path, Position } from '../base/position';
import type { ApiEntry, Catalog, Entry, Named, TermsEntry } from '../catalog/catalog';
import { type Origin, type Originating, originIn } from '../catalog/origin';
import { TERMS_FIELDS, termsName } from '../catalog/terms-file';
import type { Api, Sla, Tier } from '../kinds';
import { sealsOf, versionsOf } from './seals';

/**
 * The tiers of a catalog as they apply on a day. An active or archived tier has the terms of its newest version that is effective on
 * that day. Before its first version is effective, it is a draft. A draft has the terms that its document has.
 *
 * @param day 'YYYY-MM-DD' in UTC
 */
export function tiersOn(catalog: Catalog, day: string): Named<Tier> {
  const byDay = cache.get(catalog) ?? new Map<string, Named<Tier>>();
  cache.set(catalog, byDay);
  const tiers = byDay.get(day) ?? new Map([...catalog.tiers].map(([name, tier]) => [name, tierOn(catalog, tier, day)]));
  byDay.set(day, tiers);
  return tiers;
}

const cache = new WeakMap<Catalog, Map<string, Named<Tier>>>();

/** One tier of {@link tiersOn}: its own entry if the document applies, as it does for most tiers on most days. */
function tierOn(catalog: Catalog, tier: Entry<Tier>, day: string): Entry<Tier> {
  const [newest] = sealsOf(tier.value);
  const file = newest && catalog.terms.get(termsName(tier.name, newest.version));
  // Without its terms file, or with a version that is not sealed yet, the check has an error.
  if (tier.value.status === 'draft' || !file || newest.version !== tier.value.version) return tier;
  if (file.value.effective <= day) return tier;
  const earlier = termsInForce(catalog, tier.value, day);
  return earlier ? new TierWithTerms(tier, earlier) : new TierBeforeTerms(tier);
}

/**
 * A tier as it applies to a partner on a day: with the terms of the version that its contract pins, or else as in {@link tiersOn}.
 * Undefined if there is no such tier.
 *
 * @param pins `contract.terms` of the partner
 */
export function agreedTierOn(
  catalog: Catalog,
  name: string,
  day: string,
  pins: readonly TermsPin[] = [],
): Entry<Tier> | undefined {
  const tier = catalog.tiers.get(name);
  const applied = tiersOn(catalog, day).get(name);
  if (!tier || !applied || pins.length === 0) return applied;
  const terms = termsInForce(catalog, tier.value, day, pins);
  return terms === undefined || terms.value.version === applied.value.version
    ? applied
    : new TierWithTerms(tier, terms);
}

/**
 * The version of the terms of a tier that is in force on a day; undefined for a draft, and before the first version is effective.
 *
 * @param pins versions that a contract pins, each until a day: `contract.terms`
 */
export function termsInForce(
  catalog: Pick<Catalog, 'terms'>,
  tier: Tier,
  day: string,
  pins: readonly TermsPin[] = [],
): TermsEntry | undefined {
  if (tier.status === 'draft') return undefined;
  const effective = versionsOf(catalog, tier).filter(({ value }) => value.effective <= day);
  const [pin] = pins
    .filter((one) => one.tier === tier.name && day < one.until)
    .sort((a, b) => (a.until < b.until ? -1 : 1));
  return effective.find(({ value }) => value.version === pin?.version) ?? effective[0];
}

/** A version of the terms of a tier that stays in force for one partner until a day. */
export interface TermsPin {
  readonly tier: string;
  readonly version: string;
  /** The first day on which it is no longer in force. */
  readonly until: string;
}

/** A tier with the terms of an earlier version, whose positions and origins are in the terms file. */
export class TierWithTerms implements Entry<Tier>, Originating {
  readonly value: Tier;

  constructor(
    private readonly tier: Entry<Tier>,
    /** The terms that it has. */
    readonly terms: TermsEntry,
  ) {
    const others = Object.entries(tier.value).filter(([field]) => !isTermsField(field));
    const { apis, ...fields } = terms.value.terms;
    this.value = Object.freeze({ ...Object.fromEntries(others), ...fields, version: terms.value.version } as Tier);
    Object.freeze(this);
  }

  get name(): string {
    return this.tier.name;
  }

  get file(): string {
    return this.tier.file;
  }

  at(path?: Path, part?: 'value' | 'key'): Position {
    if (isInTerms(path)) return this.terms.at(['terms', ...path], part);
    return path?.[0] === 'version' ? this.terms.at(path, part) : this.tier.at(path, part);
  }

  originAt(path: Path = [], part?: 'key'): Origin {
    if (isInTerms(path)) return originIn('Terms', this.terms.name, ['terms', ...path], part);
    return path[0] === 'version'
      ? originIn('Terms', this.terms.name, path, part)
      : originIn('Tier', this.name, path, part);
  }
}

/** A tier before its first version is effective. */
class TierBeforeTerms implements Entry<Tier> {
  readonly value: Tier;

  constructor(private readonly tier: Entry<Tier>) {
    this.value = Object.freeze({ ...tier.value, status: 'draft' });
    Object.freeze(this);
  }

  get name(): string {
    return this.tier.name;
  }

  get file(): string {
    return this.tier.file;
  }

  at(path?: Path, part?: 'value' | 'key'): Position {
    return this.tier.at(path, part);
  }
}

/** The service level of an API on which a tier falls back, with its origin. */
export interface ApiSla extends Originating {
  readonly sla: Sla | undefined;
}

/**
 * The service level of an API on which a tier of {@link tiersOn} falls back: the one in its terms if the API was part of them, and
 * that of the API otherwise.
 */
export function apiSlaAt(tier: Entry<Tier>, api: ApiEntry): ApiSla {
  const sealed = tier instanceof TierWithTerms ? tier.terms.value.terms.apis?.[api.name] : undefined;
  if (!(tier instanceof TierWithTerms) || !sealed) {
    return { sla: api.value.sla, originAt: (path = [], part) => originIn('Api', api.name, path, part) };
  }
  return {
    sla: sealed.sla as Api['sla'],
    originAt: (path = [], part) => originIn('Terms', tier.terms.name, ['terms', 'apis', api.name, ...path], part),
  };
}

function isInTerms(path: Path | undefined): path is Path {
  return path !== undefined && isTermsField(path[0]);
}

function isTermsField(field: unknown): boolean {
  return (TERMS_FIELDS as readonly unknown[]).includes(field);
}
