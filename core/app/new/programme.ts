import { mostUsed } from '../../edit/most-used';
import { titleOf } from '../../edit/templates/file';
import { type ProgrammeRole, programmeDocument } from '../../edit/templates/programme';
import { type Catalog, entriesOf, isProgrammeEntry, type ProgrammeEntry, referencesOf } from '../../model';
import { documentsOf } from '../../model/catalog/entries';
import { type CatalogFolder, loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';
import { documentPath } from './document-path';
import { mailDomain } from './mail-domain';
import { parseName } from './name';
import { pickPartnerOwner } from './pick';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export interface NewProgramme {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  readonly name: string;
  /**
   * Registered name of the operator.
   * @default a placeholder
   */
  readonly operator?: string | undefined;
  /** @default the country of most partners */
  readonly country?: string | undefined;
  /** @default 'EUR' */
  readonly currency?: string | undefined;
}

/** Adds the Programme to a catalog that has none. Its roles are the teams that have the matching function, or own most partners. */
export function addProgramme(context: CommandContext, request: NewProgramme): AddedDocument {
  const name = parseName(request.name);
  const folder = resolveCatalogFolder(context, request.catalog);
  const { catalog } = loadFolder(folder);
  rejectSecond(catalog);
  const path = documentPath(folder, catalog, 'Programme', { name });
  const partners = [...catalog.partners.values()].map(({ value }) => value);
  const text = programmeDocument({
    name,
    title: titleOf(name),
    operator: request.operator ?? 'Operator Ltd.',
    country: request.country ?? mostUsed(partners.map(({ organization }) => organization.country)) ?? 'ES',
    currency: request.currency ?? 'EUR',
    languages: ['en'],
    email: `partners@${mailDomain(catalog)}`,
    teamOf: teamFor(folder, catalog),
    entries: entriesInUse(catalog),
    schemas: schemasFrom(folder, path),
  });
  return writeDocument(context, folder, [{ path, text }], optionHints(request));
}

/** How to correct an option, by the codes of the findings that a wrong one causes. */
function optionHints({ country, currency }: NewProgramme): ReadonlyMap<string, string> {
  const hints = [
    ...(country === undefined ? [] : ['pass the country in two letters, such as --country ES']),
    ...(currency === undefined ? [] : ['pass the currency in three letters, such as --currency EUR']),
  ].join('; ');
  return new Map(hints === '' ? [] : ['malformed-value', 'too-long', 'too-short'].map((code) => [code, hints]));
}

/** Rejects a second programme, even if the first one is invalid and therefore not in the catalog. */
function rejectSecond(catalog: Catalog): void {
  const [valid] = entriesOf(catalog, 'Programme').values();
  const entry = valid ?? catalog.rejected?.find(({ kind }) => kind === 'Programme')?.entry;
  if (!entry) return;
  const { file, line, column } = entry.at();
  throw new UserError(
    `the catalog already has a Programme: ${file}:${line}:${column}`,
    'edit that document; a catalog has exactly one Programme',
  );
}

/** The entries that documents refer to, sorted; undefined if there are none. */
function entriesInUse(catalog: Catalog): Readonly<Record<ProgrammeEntry, readonly string[]>> | undefined {
  const names: Readonly<Record<ProgrammeEntry, Set<string>>> = {
    requirement: new Set(),
    level: new Set(),
    badge: new Set(),
    feed: new Set(),
  };
  for (const { kind, entry } of documentsOf(catalog))
    for (const { to, name } of referencesOf(kind, entry.value)) if (isProgrammeEntry(to)) names[to].add(name);
  const sorted = (set: ReadonlySet<string>) => [...set].sort();
  return Object.values(names).every(({ size }) => size === 0)
    ? undefined
    : {
        requirement: sorted(names.requirement),
        level: sorted(names.level),
        badge: sorted(names.badge),
        feed: sorted(names.feed),
      };
}

/** For each role, the team with that function, or the one that owns most partners. */
function teamFor(folder: CatalogFolder, catalog: Catalog): (role: ProgrammeRole) => string {
  const general = pickPartnerOwner(folder, catalog, 'one for its roles');
  const teams = [...catalog.teams.values()];
  return (role) => teams.find(({ value }) => value.function === role)?.name ?? general;
}
