import type { Catalog, Entry, MtlsPolicy, ReferenceTarget } from '../../model';
import {
  comparePositions,
  didYouMean,
  isProgrammeEntry,
  nearest,
  type Position,
  PROGRAMME_MAPS,
  referencesOf,
  targetLabel,
  targetPlural,
} from '../../model';
import { anyUnread, documentsOf } from '../../model/catalog/entries';
import { isTargetUnread, type Target, targetsOf, unreadTargetNames } from '../../model/catalog/targets';
import { type Check, type Found, found } from '../check';

/** A hint compares the name with every candidate; more of them would not be read. */
const MAX_HINTS = 100;

export const unknownReference: Check<'unknown-reference'> = {
  code: 'unknown-reference',
  severity: 'error',
  per: 'catalog',
  summary:
    'A document refers to a document, an entry of the Programme (requirement, level, badge, feed) or a client CA that does not exist.',
  rationale: 'a subscription, a limit or a policy that depends on the name would silently have no effect',
  fix: 'Correct the name, or add the document or the entry.',
  details: `Map keys that name environments, such as those of \`upstreams\`, \`credentials\` and \`live.urls\`, are references too.

Each unknown name is reported once, at its first position. If several documents use a name that does not exist, and a document with
a similar name is not used at all, the finding is at the name of that document.

References are checked in every document that can be parsed, even if its schema rejects another part of it. The same applies to the
tiers and scopes of subscriptions.`,
  waivable: false,
  examples: {
    avoid: `kind: Partner
name: acme-bank
owner: identity-api
`,
    prefer: `kind: Partner
name: acme-bank
owner: identity-apis
`,
  },
  joined: (count) => `referenced in ${count} places`,
  *find({ catalog }) {
    const { unknown, referenced } = lookUp(catalog);
    for (const [index, { to, name, places }] of unknown.entries()) {
      const hasHint = index < MAX_HINTS;
      const renamed = hasHint ? renamedByMistake(catalog, to, name, places, referenced) : undefined;
      if (renamed) yield renamed;
      else yield* missing(catalog, to, name, places, hasHint);
    }
    for (const policy of catalog.policies.mtls.values()) yield* unknownCas(catalog, policy);
  },
};

/** A name of no document, and every place that refers to it, in the order of files. */
interface UnknownName {
  readonly to: ReferenceTarget;
  readonly name: string;
  readonly places: readonly Position[];
}

/** All names of no document, and `<Kind>/<name>` of everything that is referred to. */
function lookUp(catalog: Catalog): { unknown: readonly UnknownName[]; referenced: ReadonlySet<string> } {
  const unknown = new Map<string, { to: ReferenceTarget; name: string; places: Position[] }>();
  const referenced = new Set<string>();
  for (const { kind, entry } of documentsOf(catalog)) {
    for (const { to, name, path, part } of referencesOf(kind, entry.value)) {
      const key = `${to}/${name}`;
      referenced.add(key);
      const known = unknown.get(key);
      if (!known && (targetsOf(catalog, to).has(name) || isTargetUnread(catalog, to, name))) continue;
      if (known) known.places.push(entry.at(path, part));
      else unknown.set(key, { to, name, places: [entry.at(path, part)] });
    }
  }
  for (const { places } of unknown.values()) places.sort(comparePositions);
  return { unknown: [...unknown.values()], referenced };
}

function* missing(
  catalog: Catalog,
  to: ReferenceTarget,
  name: string,
  places: UnknownName['places'],
  hasHint: boolean,
): Iterable<Found> {
  const hint = hasHint ? hintFor(name, to, targetsOf(catalog, to), unreadTargetNames(catalog, to)) : undefined;
  for (const at of places) yield found(at, `${targetLabel(to)} '${name}' does not exist`, hint);
}

/**
 * If several places refer to a name that does not exist, and nothing refers to a document with a similar name, the name of the
 * document is the one that changed: the finding is there.
 */
function renamedByMistake(
  catalog: Catalog,
  to: ReferenceTarget,
  name: string,
  places: UnknownName['places'],
  referenced: ReadonlySet<string>,
): Found | undefined {
  if (places.length < 2) return undefined;
  const candidates = targetsOf(catalog, to);
  const near = nearest(name, [...candidates.keys()]);
  // An abbreviation is a mistake of the references.
  const entry = near === undefined || Math.abs(near.length - name.length) > 2 ? undefined : candidates.get(near);
  if (!entry || referenced.has(`${to}/${near}`) || entry.renamedFrom === name) return;
  return found(
    entry.at(),
    `nothing refers to ${targetLabel(to)} '${near}', but ${places.length} places refer to '${name}', which does not exist`,
    `write '${name}' here, or '${near}' in those places`,
    places,
  );
}

function hintFor(
  name: string,
  to: ReferenceTarget,
  candidates: ReadonlyMap<string, Target>,
  unread: readonly string[],
): string | undefined {
  for (const [newName, { renamedFrom }] of candidates) {
    if (renamedFrom === name) return `write '${newName}' here: it was renamed`;
  }
  const hint = didYouMean(name, new Set([...candidates.keys(), ...unread]), targetPlural(to));
  // An entry of the Programme has no file and no command of its own, so only the hint can say where it is written.
  return isProgrammeEntry(to) && candidates.size === 0
    ? `${hint}; define it in \`${PROGRAMME_MAPS[to]}\` of the Programme`
    : hint;
}

/** Client CAs are not documents but parts of environments. */
function* unknownCas(catalog: Catalog, policy: Entry<MtlsPolicy>): Iterable<Found> {
  if (!policy.value.clientCas || anyUnread(catalog, 'Environment')) return;
  const known = new Set<string>();
  for (const environment of catalog.environments.values()) {
    for (const ca of environment.value.clientCas ?? []) known.add(ca.name);
  }
  for (const [index, name] of policy.value.clientCas.entries()) {
    if (known.has(name)) continue;
    yield found(
      policy.at(['clientCas', index]),
      `client CA '${name}' does not exist in any environment`,
      didYouMean(name, known, 'client CAs'),
    );
  }
}
