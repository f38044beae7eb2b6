import type { ApplicationEntry, Catalog, Entry, Named } from './catalog';
import { type Frozen, KINDS, type Kind } from './kinds';

/** The documents of a kind by name; applications by `<partner>_<application>`. */
export function entriesOf(catalog: Catalog, kind: Kind): Named<Frozen<object>> {
  switch (kind) {
    case 'Api':
      return catalog.apis;
    case 'Tier':
      return catalog.tiers;
    case 'Partner':
      return catalog.partners;
    case 'Application':
      return catalog.applications;
    case 'Environment':
      return catalog.environments;
    case 'Team':
      return catalog.teams;
    case 'TokenPolicy':
      return catalog.policies.token;
    case 'RateLimitPolicy':
      return catalog.policies.rateLimit;
    case 'MtlsPolicy':
      return catalog.policies.mtls;
    case 'ConsentPolicy':
      return catalog.policies.consent;
    case 'MaskingPolicy':
      return catalog.policies.masking;
    case 'AuditPolicy':
      return catalog.policies.audit;
    case 'MetricsPolicy':
      return catalog.policies.metrics;
    case 'ErrorPolicy':
      return catalog.policies.errors;
  }
}

/** Every document with its kind, applications by themselves; also those that something is wrong with. */
export function* documentsOf(
  catalog: Catalog,
): Iterable<{ readonly kind: Kind; readonly entry: Entry<Frozen<object>> }> {
  for (const kind of KINDS) for (const entry of entriesOf(catalog, kind).values()) yield { kind, entry };
  yield* catalog.leftOut ?? [];
}

/**
 * Whether a document stands in the files but, because something in it is wrong, not in the catalog. Nothing may then be said
 * about what it would have held.
 */
export function isUnread(catalog: Catalog, kind: Kind, name: string): boolean {
  return catalog.unread !== undefined && (catalog.unread.has('*') || catalog.unread.has(`${kind}/${name}`));
}

/** Whether any document of a kind is missing from the catalog because something in it is wrong. */
export function anyUnread(catalog: Catalog, kind: Kind): boolean {
  if (catalog.unread === undefined) return false;
  return catalog.unread.has('*') || [...catalog.unread].some((name) => name.startsWith(`${kind}/`));
}

const WORDS: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  Api: ['api', 'apis'],
  Tier: ['tier', 'tiers'],
  Partner: ['partner', 'partners'],
  Application: ['application', 'applications'],
  Environment: ['environment', 'environments'],
  Team: ['team', 'teams'],
  TokenPolicy: ['token policy', 'token policies'],
  RateLimitPolicy: ['rate limit policy', 'rate limit policies'],
  MtlsPolicy: ['mtls policy', 'mtls policies'],
  ConsentPolicy: ['consent policy', 'consent policies'],
  MaskingPolicy: ['masking policy', 'masking policies'],
  AuditPolicy: ['audit policy', 'audit policies'],
  MetricsPolicy: ['metrics policy', 'metrics policies'],
  ErrorPolicy: ['error policy', 'error policies'],
};

/** What messages call one document of a kind. */
export function kindWord(kind: Kind): string {
  return WORDS[kind][0];
}

/** What messages call several documents of a kind. */
export function kindWords(kind: Kind): string {
  return WORDS[kind][1];
}

/** The application's own name in messages: `application 'checkout' of partner 'acme-bank'`. */
export function applicationWords(application: ApplicationEntry): string {
  return `application '${application.name}' of partner '${application.partner.name}'`;
}
