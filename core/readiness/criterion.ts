import type { Entry, Frozen, Kind, Origin, Path, Programme } from '../model';
import { originOf } from '../model';
import type { Facts } from './facts';
import { type Places, placesOf } from './places';

/** A fact of a catalog that an element needs. */
export interface Criterion {
  /** Unique in the element: `priced-tier`. */
  readonly id: string;
  /** The fact as a noun phrase: 'an active tier with a price'. */
  readonly title: string;
  /** Where to write it: '`price` in a Tier'. */
  readonly write: string;
  find(facts: Facts): Found;
}

/** What a criterion finds. It is met if there is a place that has the fact, and none that lacks it. */
export interface Found {
  readonly places: Iterable<Origin>;
  /**
   * The places that lack it.
   * @default there are none
   */
  readonly lacking?: Iterable<Origin>;
  /**
   * Why the programme does not need it, as a clause: 'no API in production handles personal data'.
   * @default it is needed
   */
  readonly notNeeded?: string;
}

/** A criterion evaluated for a catalog. */
export interface CriterionResult extends Pick<Criterion, 'id' | 'title' | 'write'> {
  readonly status: 'present' | 'missing' | 'not-needed';
  readonly places: Places;
  readonly lacking: Places;
  readonly notNeeded?: string;
}

/** Evaluates a criterion. */
export function evaluate(criterion: Criterion, facts: Facts): CriterionResult {
  const { id, title, write } = criterion;
  const found = criterion.find(facts);
  const places = placesOf(facts.catalog, found.places);
  const lacking = placesOf(facts.catalog, found.lacking ?? []);
  const isMet = places.count > 0 && lacking.count === 0;
  const status = isMet ? 'present' : found.notNeeded === undefined ? 'missing' : 'not-needed';
  return { id, title, write, status, places, lacking, ...(status === 'not-needed' && { notNeeded: found.notNeeded }) };
}

/** A condition on every one of some documents: those that satisfy it, each at a path, and the names of those that do not. */
export function everyOne<T extends Frozen<{ readonly kind: Kind }>>(
  documents: readonly Entry<T>[],
  isMet: (value: T) => boolean,
  path: Path,
): Found {
  const [places, lacking] = [
    documents.filter(({ value }) => isMet(value)),
    documents.filter(({ value }) => !isMet(value)),
  ];
  return { places: places.map((entry) => originOf(entry, path)), lacking: lacking.map((entry) => originOf(entry)) };
}

/** A team of the programme for a role. */
export function teamFor(role: keyof NonNullable<Programme['roles']>): Criterion['find'] {
  return ({ programme }) => ({
    places: programme.value.roles?.[role] === undefined ? [] : [originOf(programme, ['roles', role])],
  });
}

/** Contacts of the programme for any of some roles. */
export function contactFor(...roles: readonly Programme['contacts'][number]['role'][]): Criterion['find'] {
  return ({ programme }) => ({
    places: programme.value.contacts.flatMap(({ role }, index) =>
      roles.includes(role) ? [originOf(programme, ['contacts', index])] : [],
    ),
  });
}
