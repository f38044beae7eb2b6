import type {
  Api,
  ApiEntry,
  ApplicationDocument,
  ApplicationEntry,
  Catalog,
  CatalogMaps,
  Detection,
  DocumentOf,
  Entry,
  Kind,
  Named,
  OpenApiDefinition,
  Partner,
  PolicyEntries,
  Position,
  RejectedDocument,
  TermsEntry,
} from '../../model';
import { KIND_DEFINITIONS } from '../../model';
import { textOf } from '../../model/base/json';
import type { RawDocument } from './document';
import { DocumentApiEntry, DocumentApplicationEntry, DocumentEntry } from './entry';
import { applicationsInside } from './inside';
import { unreadNames } from './unread';
import { duplicateName, type InvalidDocument } from './validate-documents';

/** The parts of a catalog. */
export interface Parts {
  /** The name of the folder, with which positions begin. */
  readonly root: string;
  /** Valid documents, one for each kind and name. */
  readonly valid: readonly RawDocument[];
  /** Documents that cannot be used. */
  readonly invalid: readonly InvalidDocument[];
  /** Whether a file could not be read, so that the catalog may have unknown documents. */
  readonly hasUnreadFiles: boolean;
  /** The result of `namesInBrokenText`: these names may belong to documents that could not be read. */
  readonly namesInBrokenText: readonly string[];
  /** Positions of OpenAPI files that no Api uses. */
  readonly unusedDefinitions: readonly Position[];
  /** The terms files that can be used, and the names of those that cannot. */
  readonly terms: TermsFiles;
  /** The OpenAPI file of an API; undefined if it cannot be used, which is reported elsewhere. */
  readonly definitionOf: (api: RawDocument) => OpenApiDefinition | undefined;
}

/** The terms files of a catalog. */
export interface TermsFiles {
  /** By `<tier>@<version>`, sorted. */
  readonly entries: ReadonlyMap<string, TermsEntry>;
  /** Names of files that are there but cannot be used. */
  readonly unread: readonly string[];
}

/** A catalog, and the problems of documents that are part of others. */
export interface Assembled {
  readonly catalog: Catalog;
  readonly findings: readonly Detection[];
}

/** Builds the maps of a catalog: documents by name, applications with their partners, APIs with their definitions. */
export function assemble({
  root,
  valid,
  invalid,
  hasUnreadFiles,
  namesInBrokenText,
  unusedDefinitions,
  terms,
  definitionOf,
}: Parts): Assembled {
  const of = <K extends Kind>(kind: K): Named<DocumentOf[K]> => {
    const documents = valid.filter((document) => document.kind === kind);
    return byName(
      documents.map(({ value, positions }) => new DocumentEntry(String(value.name), value as never, positions)),
    );
  };
  const maps = plainMaps(of);
  const { partners } = maps;
  const { applications, findings } = join(valid, partners);
  const apis = apisOf(valid, definitionOf);
  const loose = valid.filter(
    ({ kind, value }) =>
      (kind === 'Api' && !apis.has(String(value.name))) ||
      (kind === 'Application' && !partners.has(String(value.partner))),
  );
  const out = [...invalid, ...loose.map((document) => ({ ...document, allowed: document.value }))];
  const unread = new Set([
    ...out.flatMap(unreadNames),
    ...namesInBrokenText,
    ...terms.unread.map((name) => `Terms/${name}`),
  ]);
  if (hasUnreadFiles) unread.add('*');
  const catalog: Catalog = {
    root,
    apis,
    ...maps,
    applications,
    policies: policies(of),
    terms: terms.entries,
    unread,
    rejected: out.flatMap(rejectedEntries),
    unusedDefinitions,
  };
  return { catalog: Object.freeze(catalog), findings };
}

/** A catalog of which nothing is known. */
export function unreadCatalog(root: string): Catalog {
  return assemble({
    root,
    valid: [],
    invalid: [],
    hasUnreadFiles: true,
    namesInBrokenText: [],
    unusedDefinitions: [],
    terms: { entries: new Map(), unread: [] },
    definitionOf: () => undefined,
  }).catalog;
}

/** The policies of every kind. */
function policies(of: (kind: Kind) => Named<DocumentOf[Kind]>): PolicyEntries {
  const entries = KIND_DEFINITIONS.flatMap(({ kind, place }) => ('policy' in place ? [[place.policy, of(kind)]] : []));
  return Object.freeze(Object.fromEntries(entries)) as PolicyEntries;
}

/** The maps of a catalog whose entries are plain documents. */
function plainMaps(of: (kind: Kind) => Named<DocumentOf[Kind]>): Omit<CatalogMaps, 'apis' | 'applications'> {
  const entries = KIND_DEFINITIONS.flatMap(({ kind, place }) =>
    'policy' in place || kind === 'Api' || kind === 'Application' ? [] : [[place.map, of(kind)]],
  );
  return Object.fromEntries(entries) as Omit<CatalogMaps, 'apis' | 'applications'>;
}

function apisOf(valid: readonly RawDocument[], definitionOf: Parts['definitionOf']): ReadonlyMap<string, ApiEntry> {
  const entries: ApiEntry[] = [];
  for (const document of valid) {
    if (document.kind !== 'Api') continue;
    const definition = definitionOf(document);
    if (definition)
      entries.push(new DocumentApiEntry(document.value as unknown as Api, document.positions, definition));
  }
  return byName(entries);
}

/** Applications from inside partners and from documents of their own, by id. */
function join(
  valid: readonly RawDocument[],
  partners: Named<Partner>,
): { applications: ReadonlyMap<string, ApplicationEntry>; findings: readonly Detection[] } {
  const applications = new Map<string, ApplicationEntry>();
  const findings: Detection[] = [];
  const add = (entry: ApplicationEntry) => {
    const first = applications.get(entry.id);
    if (first) findings.push(duplicateName('Application', entry.name, entry.at(), first.at()));
    else applications.set(entry.id, entry);
  };
  for (const { kind, value, positions } of valid) {
    const partner = kind === 'Partner' ? partners.get(String(value.name)) : undefined;
    partner?.value.applications?.forEach((application, index) => {
      add(new DocumentApplicationEntry(partner, application, positions, ['applications', index]));
    });
  }
  for (const document of valid) {
    if (document.kind !== 'Application') continue;
    const value = document.value as unknown as ApplicationDocument;
    const partner = partners.get(value.partner);
    // Without its partner it is rejected; a check reports that the partner does not exist.
    if (partner) add(new DocumentApplicationEntry(partner, value, document.positions));
  }
  return { applications: new Map([...applications].sort(([a], [b]) => (a < b ? -1 : 1))), findings };
}

/** The entries of a document that cannot be used and of the applications inside it. */
function rejectedEntries({ kind, allowed, positions }: InvalidDocument): readonly RejectedDocument[] {
  if (!allowed) return [];
  return [
    { kind, entry: new DocumentEntry(textOf(allowed.name), allowed, positions) },
    ...applicationsInside(kind, allowed).map(([application, index]) => ({
      kind: 'Application' as const,
      entry: new DocumentEntry(textOf(application.name), application, positions, ['applications', index]),
    })),
  ];
}

function byName<E extends Entry<unknown>>(entries: readonly E[]): ReadonlyMap<string, E> {
  return new Map([...entries].sort((a, b) => (a.name < b.name ? -1 : 1)).map((entry) => [entry.name, entry]));
}
