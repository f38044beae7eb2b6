import { mostUsed } from '../../edit/most-used';
import { useCaseDocument } from '../../edit/templates/use-case';
import { type Catalog, didYouMean, kindLabel, kindPlural, listOf, type UseCase } from '../../model';
import { type CatalogFolder, loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { UsageError } from '../user-error';
import { documentPath } from './document-path';
import { parseName, rejectTaken } from './name';
import { CREATE_FIRST, requireFirst } from './pick';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export const USE_CASE_STAGES = [
  'idea',
  'co-design',
  'pilot',
  'live',
  'ended',
] as const satisfies readonly UseCase['stage'][];

export interface NewUseCase {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  readonly name: string;
  /** The APIs that it uses; empty for the only API of the catalog. */
  readonly apis: readonly string[];
  /** Partners that take part. */
  readonly partners: readonly string[];
  /** Partners that are an anchor. */
  readonly anchors: readonly string[];
  /** @default 'idea' */
  readonly stage?: UseCase['stage'] | undefined;
  /** @default the team that owns most of its APIs */
  readonly owner?: string | undefined;
}

/** Adds a UseCase to a catalog. */
export function addUseCase(context: CommandContext, request: NewUseCase): AddedDocument {
  const name = parseName(request.name);
  const folder = resolveCatalogFolder(context, request.catalog);
  const { catalog } = loadFolder(folder);
  rejectTaken(catalog, 'UseCase', name);
  const apis = apisOf(folder, catalog, request.apis);
  const anchors = new Set(request.anchors);
  const partners = [...new Set([...request.anchors, ...request.partners])];
  rejectUnknown(folder, catalog, 'Partner', partners);
  rejectUnknown(folder, catalog, 'Team', request.owner === undefined ? [] : [request.owner]);
  const path = documentPath(folder, catalog, 'UseCase', { name });
  const text = useCaseDocument({
    name,
    apis,
    partners: partners.map((partner) => ({ partner, anchor: anchors.has(partner) })),
    stage: request.stage ?? 'idea',
    owner: request.owner ?? ownerOf(folder, catalog, apis),
    schemas: schemasFrom(folder, path),
  });
  return {
    ...writeDocument(context, folder, [{ path, text }]),
    notes: ['replace `problem` with the problem that it solves'],
  };
}

/** @throws UsageError if an API does not exist, or if the user has to choose one */
function apisOf(folder: CatalogFolder, catalog: Catalog, names: readonly string[]): readonly string[] {
  rejectUnknown(folder, catalog, 'Api', names);
  if (names.length > 0) return [...new Set(names)];
  const only = requireFirst(folder, catalog.apis, 'Api', 'one that it uses');
  if (catalog.apis.size === 1) return [only];
  throw new UsageError(
    'a use case names the APIs that it uses',
    `pass each with --api; ${listOf([...catalog.apis.keys()], 'apis')}`,
  );
}

function ownerOf(folder: CatalogFolder, catalog: Catalog, apis: readonly string[]): string {
  const owners = apis.flatMap((api) => catalog.apis.get(api)?.value.owner ?? []);
  return mostUsed(owners) ?? requireFirst(folder, catalog.teams, 'Team', 'an owner');
}

const MAPS = { Api: 'apis', Partner: 'partners', Team: 'teams' } as const satisfies Record<string, keyof Catalog>;

/** @throws UsageError if a document does not exist */
function rejectUnknown(
  folder: CatalogFolder,
  catalog: Catalog,
  kind: keyof typeof MAPS,
  names: readonly string[],
): void {
  const documents = catalog[MAPS[kind]];
  for (const name of names) {
    if (documents.has(name)) continue;
    throw new UsageError(
      `${kindLabel(kind)} '${name}' does not exist`,
      documents.size === 0
        ? `create one first: ${CREATE_FIRST[kind](folder)}`
        : didYouMean(name, documents.keys(), kindPlural(kind)),
    );
  }
}
