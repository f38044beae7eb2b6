import { definitionOf, KINDS } from '../kinds';
import type { Frozen, Kind } from '../kinds/document-of';
import { nearest } from '../messages/suggest';
import { isWord } from '../schemas';
import type { ApplicationEntry, Catalog, Entry, Named } from './catalog';

type Documents = Named<Frozen<object>>;

/** The documents of a kind, by name; applications by `<partner>_<application>`. */
export function entriesOf(catalog: Catalog, kind: Kind): Documents {
  const { place } = definitionOf(kind);
  return 'policy' in place ? catalog.policies[place.policy] : catalog[place.map];
}

/** Every document with its kind, including applications and rejected documents. */
export function* documentsOf(
  catalog: Catalog,
): Iterable<{ readonly kind: Kind; readonly entry: Entry<Frozen<object>> }> {
  for (const kind of KINDS) for (const entry of entriesOf(catalog, kind).values()) yield { kind, entry };
  yield* catalog.rejected ?? [];
}

/**
 * Whether a document is in the files but, because something in it is wrong, not in the catalog. Nothing may then be said about what
 * it would have held. A document whose name itself is wrong (`Paid`) may be the one that is meant by a similar name (`paid`).
 */
export function isUnread(catalog: Catalog, kind: Kind, name: string): boolean {
  const { unread } = catalog;
  if (unread === undefined || unread.size === 0) return false;
  const exact = ['*', `${kind}/*`, `${kind}/${name}`, `?/${name}`];
  return exact.some((one) => unread.has(one)) || nearest(name, [...wrongNames(unread, kind)]) !== undefined;
}

function* wrongNames(unread: ReadonlySet<string>, kind: Kind): Iterable<string> {
  const beginning = `${kind}/`;
  for (const named of unread) {
    const name = named.startsWith(beginning) ? named.slice(beginning.length) : '';
    if (name !== '' && kind !== 'Application' && !isWord('name', name)) yield name;
  }
}

/** Whether any document of a kind is missing from the catalog because something in it is wrong. */
export function anyUnread(catalog: Catalog, kind: Kind): boolean {
  if (catalog.unread === undefined) return false;
  return [...catalog.unread].some((name) => name.startsWith(`${kind}/`) || /^[*?]/.test(name));
}

/** The names of documents of a kind that are in the files and not in the catalog, as far as they are names. */
export function unreadNames(catalog: Catalog, kind: Kind): readonly string[] {
  const beginning = `${kind}/`;
  return [...(catalog.unread ?? [])].flatMap((named) => {
    const name = named.startsWith(beginning) ? named.slice(beginning.length) : undefined;
    return isWord('name', name) ? [name] : [];
  });
}

/** The description of an application in messages: `application 'checkout' of partner 'acme-bank'`. */
export function describeApplication(application: ApplicationEntry): string {
  return `application '${application.name}' of partner '${application.partner.name}'`;
}
