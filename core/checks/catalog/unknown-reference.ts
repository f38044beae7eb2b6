import type { Catalog, Entry, Kind, MtlsPolicy, Renamable } from '../../model';
import {
  comparePositions,
  didYouMean,
  entriesOf,
  isUnread,
  kindLabel,
  kindPlural,
  nearest,
  type Position,
  referencesOf,
} from '../../model';
import { anyUnread, documentsOf, unreadNames } from '../../model/catalog/entries';
import { type Check, error, type Found } from './check';
import { groupEqual } from './group-equal';

/** Hints cost a look at every name there is; nobody reads more of them than this. */
const MOST_HINTS = 100;

/** Every name of another document is the name of a document that exists; also in documents that something else is wrong with. */
export const unknownReference: Check = {
  code: 'unknown-reference',
  *find({ catalog }) {
    let hints = 0;
    const { unknown, referenced } = lookUp(catalog);
    for (const { to, name, places } of unknown) {
      hints += 1;
      const renamed = hints > MOST_HINTS ? undefined : renamedByMistake(catalog, to, name, places, referenced);
      yield renamed ?? missing(catalog, to, name, places, hints > MOST_HINTS);
    }
    for (const policy of catalog.policies.mtls.values()) yield* groupEqual(unknownCas(catalog, policy));
  },
};

/** A name that leads nowhere, and every place that has it, in the order of files. */
interface Unknown {
  readonly to: Kind;
  readonly name: string;
  readonly places: readonly [Position, ...Position[]];
}

/** All names that lead nowhere, and `<Kind>/<name>` of everything that is referred to. */
function lookUp(catalog: Catalog): { unknown: readonly Unknown[]; referenced: ReadonlySet<string> } {
  const places = new Map<string, { to: Kind; name: string; places: Position[] }>();
  const referenced = new Set<string>();
  for (const { kind, entry } of documentsOf(catalog)) {
    for (const { to, name, path, part } of referencesOf(kind, entry.value)) {
      const key = `${to}/${name}`;
      referenced.add(key);
      const known = places.get(key);
      if (!known && (entriesOf(catalog, to).has(name) || isUnread(catalog, to, name))) continue;
      if (known) known.places.push(entry.at(path, part));
      else places.set(key, { to, name, places: [entry.at(path, part)] });
    }
  }
  const unknown = [...places.values()].map((one) => ({ ...one, places: one.places.sort(comparePositions) as never }));
  return { unknown, referenced };
}

function missing(catalog: Catalog, to: Kind, name: string, places: Unknown['places'], withoutHint: boolean): Found {
  const [first, ...others] = places;
  const message = `${kindLabel(to)} '${name}' does not exist${others.length === 0 ? '' : ` (referenced in ${places.length} places)`}`;
  const hint = withoutHint ? undefined : hintFor(name, to, entriesOf(catalog, to), unreadNames(catalog, to));
  return { ...error(first, message, hint), ...(others.length > 0 && { related: others }) };
}

/**
 * Several places have a name that leads nowhere, and a document of a similar name has no reference at all: its own name is what
 * changed, so that is where the finding is.
 */
function renamedByMistake(
  catalog: Catalog,
  to: Kind,
  name: string,
  places: Unknown['places'],
  referenced: ReadonlySet<string>,
): Found | undefined {
  if (places.length < 2) return undefined;
  const candidates = entriesOf(catalog, to);
  const near = nearest(name, [...candidates.keys()]);
  // A shorter name for the same thing is the mistake of those who wrote it.
  const entry = near === undefined || Math.abs(near.length - name.length) > 2 ? undefined : candidates.get(near);
  if (!entry || referenced.has(`${to}/${near}`) || (entry.value as Partial<Renamable>).renamedFrom === name) return;
  const message = `nothing refers to ${kindLabel(to)} '${near}', but ${places.length} places refer to '${name}', which does not exist`;
  return { ...error(entry.at(), message, `write '${name}' here, or '${near}' in those places`), related: places };
}

/** The name that it has now, where the document was renamed; else names that are near. */
function hintFor(
  name: string,
  to: Kind,
  candidates: ReadonlyMap<string, Entry<unknown>>,
  unread: readonly string[],
): string | undefined {
  for (const [now, { value }] of candidates) {
    if ((value as Partial<Renamable>).renamedFrom === name) return `it is called '${now}' now`;
  }
  return didYouMean(name, new Set([...candidates.keys(), ...unread]), kindPlural(to));
}

/** Client CAs are parts of environments; one that no environment has is unknown. */
function* unknownCas(catalog: Catalog, policy: Entry<MtlsPolicy>): Iterable<Found> {
  if (!policy.value.clientCas || anyUnread(catalog, 'Environment')) return;
  const known = new Set<string>();
  for (const environment of catalog.environments.values()) {
    for (const ca of environment.value.clientCas ?? []) known.add(ca.name);
  }
  for (const [index, name] of policy.value.clientCas.entries()) {
    if (known.has(name)) continue;
    const hint = didYouMean(name, known, 'client CAs');
    yield error(policy.at(['clientCas', index]), `client CA '${name}' does not exist in any environment`, hint);
  }
}
