import type { ApiEntry, ApplicationEntry, Catalog, Entry, Named, PolicyEntries } from '../catalog';
import type { Diagnostic } from '../diagnostic';
import { isMap, textOf } from '../json';
import type { Api, ApplicationDocument, DocumentOf, Kind, Partner } from '../kinds';
import type { OpenApiDefinition } from '../openapi/definition';
import { didYouMean } from '../wording/suggest';
import type { RawDocument } from './document';
import { applicationId, DocumentApiEntry, DocumentApplicationEntry, DocumentEntry } from './entry';
import { duplicateName } from './valid';

/** What a catalog is made of. */
export interface Parts {
  /** Documents that their schemas allow, one for each kind and name. */
  readonly valid: readonly RawDocument[];
  /** Documents that stand in the files and cannot be used. */
  readonly invalid: readonly RawDocument[];
  /** Whether a file could not be read, so that nobody knows what stands in it. */
  readonly somethingUnread: boolean;
  /** The OpenAPI file of an API; undefined where there is none that can be used, which is told elsewhere. */
  readonly definitionOf: (api: RawDocument) => OpenApiDefinition | undefined;
}

/** A catalog with what could not be put together. */
export interface Assembled {
  readonly catalog: Catalog;
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts documents together: maps by name, applications with their partners, APIs with their definitions. */
export function assemble({ valid, invalid, somethingUnread, definitionOf }: Parts): Assembled {
  const unread = new Set(invalid.flatMap(unreadNames));
  if (somethingUnread) unread.add('*');
  const of = <K extends Kind>(kind: K): Named<DocumentOf[K]> => {
    const documents = valid.filter((document) => document.kind === kind);
    return byName(documents.map(({ value, places }) => new DocumentEntry(String(value.name), value as never, places)));
  };
  const partners = of('Partner');
  const { applications, diagnostics } = join(valid, partners, unread);
  const catalog: Catalog = {
    apis: apis(valid, definitionOf, unread),
    tiers: of('Tier'),
    partners,
    applications,
    environments: of('Environment'),
    teams: of('Team'),
    policies: policies(of),
    unread,
  };
  return { catalog: Object.freeze(catalog), diagnostics };
}

function policies(of: <K extends Kind>(kind: K) => Named<DocumentOf[K]>): PolicyEntries {
  return Object.freeze({
    token: of('TokenPolicy'),
    rateLimit: of('RateLimitPolicy'),
    mtls: of('MtlsPolicy'),
    consent: of('ConsentPolicy'),
    masking: of('MaskingPolicy'),
    audit: of('AuditPolicy'),
    metrics: of('MetricsPolicy'),
    errors: of('ErrorPolicy'),
  });
}

function apis(
  valid: readonly RawDocument[],
  definitionOf: Parts['definitionOf'],
  unread: Set<string>,
): ReadonlyMap<string, ApiEntry> {
  const entries: ApiEntry[] = [];
  for (const document of valid) {
    if (document.kind !== 'Api') continue;
    const definition = definitionOf(document);
    if (definition) entries.push(new DocumentApiEntry(document.value as unknown as Api, document.places, definition));
    else unread.add(`Api/${document.value.name}`);
  }
  return byName(entries);
}

/** Applications from inside partners and from documents of their own, by id. */
function join(
  valid: readonly RawDocument[],
  partners: Named<Partner>,
  unread: ReadonlySet<string>,
): { applications: ReadonlyMap<string, ApplicationEntry>; diagnostics: readonly Diagnostic[] } {
  const applications = new Map<string, ApplicationEntry>();
  const diagnostics: Diagnostic[] = [];
  const add = (entry: ApplicationEntry) => {
    const first = applications.get(entry.id);
    if (first) diagnostics.push(duplicateName('Application', entry.name, entry.at(), first.at()));
    else applications.set(entry.id, entry);
  };
  for (const { kind, value, places } of valid) {
    const partner = kind === 'Partner' ? partners.get(String(value.name)) : undefined;
    partner?.value.applications?.forEach((application, index) => {
      add(new DocumentApplicationEntry(partner, application, places, ['applications', index]));
    });
  }
  for (const document of valid) {
    if (document.kind !== 'Application') continue;
    const value = document.value as unknown as ApplicationDocument;
    const partner = partners.get(value.partner);
    if (partner) add(new DocumentApplicationEntry(partner, value, document.places));
    else if (!unread.has(`Partner/${value.partner}`) && !unread.has('*')) {
      diagnostics.push(unknownPartner(value.partner, document, partners));
    }
  }
  return { applications: new Map([...applications].sort(([a], [b]) => (a < b ? -1 : 1))), diagnostics };
}

function unknownPartner(name: string, { places }: RawDocument, partners: Named<Partner>): Diagnostic {
  return {
    code: 'unknown-reference',
    severity: 'error',
    message: `partner '${name}' does not exist`,
    hint: didYouMean(name, partners.keys(), 'partners'),
    at: places.at(['partner']),
  };
}

/** How references name the things of a document that cannot be used. */
function unreadNames({ kind, value }: RawDocument): readonly string[] {
  if (typeof value.name !== 'string') return ['*'];
  if (kind === 'Application') return [`Application/${applicationId(textOf(value.partner), value.name)}`];
  const inside = kind === 'Partner' && Array.isArray(value.applications) ? value.applications.filter(isMap) : [];
  return [
    `${kind}/${value.name}`,
    ...inside.map((application) => `Application/${applicationId(textOf(value.name), textOf(application.name))}`),
  ];
}

function byName<E extends Entry<unknown>>(entries: readonly E[]): ReadonlyMap<string, E> {
  return new Map([...entries].sort((a, b) => (a.name < b.name ? -1 : 1)).map((entry) => [entry.name, entry]));
}
