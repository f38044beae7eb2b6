import type { ApplicationEntry, Catalog, Entry, Named } from './catalog';
import { type Frozen, KINDS, type Kind } from './kinds';
import { isWord } from './schemas';
import { nearest } from './wording/suggest';

type Documents = Named<Frozen<object>>;

/** What messages call one document of each kind and several, and where they are in a catalog. */
const TABLE: Readonly<Record<Kind, readonly [one: string, many: string, of: (catalog: Catalog) => Documents]>> = {
  Api: ['api', 'apis', ({ apis }) => apis],
  Tier: ['tier', 'tiers', ({ tiers }) => tiers],
  Partner: ['partner', 'partners', ({ partners }) => partners],
  Application: ['application', 'applications', ({ applications }) => applications],
  Environment: ['environment', 'environments', ({ environments }) => environments],
  Team: ['team', 'teams', ({ teams }) => teams],
  TokenPolicy: ['token policy', 'token policies', ({ policies }) => policies.token],
  RateLimitPolicy: ['rate limit policy', 'rate limit policies', ({ policies }) => policies.rateLimit],
  MtlsPolicy: ['mtls policy', 'mtls policies', ({ policies }) => policies.mtls],
  ConsentPolicy: ['consent policy', 'consent policies', ({ policies }) => policies.consent],
  MaskingPolicy: ['masking policy', 'masking policies', ({ policies }) => policies.masking],
  AuditPolicy: ['audit policy', 'audit policies', ({ policies }) => policies.audit],
  MetricsPolicy: ['metrics policy', 'metrics policies', ({ policies }) => policies.metrics],
  ErrorPolicy: ['error policy', 'error policies', ({ policies }) => policies.errors],
};

/** The documents of a kind by name; applications by `<partner>_<application>`. */
export function entriesOf(catalog: Catalog, kind: Kind): Documents {
  const [, , of] = TABLE[kind];
  return of(catalog);
}

/** Every document with its kind, applications by themselves; also those that something is wrong with. */
export function* documentsOf(
  catalog: Catalog,
): Iterable<{ readonly kind: Kind; readonly entry: Entry<Frozen<object>> }> {
  for (const kind of KINDS) for (const entry of entriesOf(catalog, kind).values()) yield { kind, entry };
  yield* catalog.leftOut ?? [];
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

/** What messages call one document of a kind. */
export function kindWord(kind: Kind): string {
  return TABLE[kind][0];
}

/** What messages call several documents of a kind. */
export function kindWords(kind: Kind): string {
  return TABLE[kind][1];
}

/** The application's own name in messages: `application 'checkout' of partner 'acme-bank'`. */
export function applicationWords(application: ApplicationEntry): string {
  return `application '${application.name}' of partner '${application.partner.name}'`;
}
