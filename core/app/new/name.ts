import { type Catalog, entriesOf, type Kind } from '../../model';
import { isWord } from '../../model/schemas';
import { UsageError, UserError } from '../user-error';

/** @throws UsageError if the name is not valid */
export function parseName(name: string): string {
  if (isWord('name', name)) return name;
  const near = nameFrom(name);
  throw new UsageError(
    `'${name}' is not a valid name: names are lower-case words of letters and digits, joined by single hyphens; they start with a letter and have at most 63 characters`,
    near === undefined ? undefined : `use '${near}'`,
  );
}

/** A name derived from a text: `sim-swap-api` from `SIM Swap API`; undefined if there is none, as for `3gpp`. */
export function nameFrom(text: string): string | undefined {
  const near = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 63)
    .replace(/-+$/, '');
  return isWord('name', near) ? near : undefined;
}

/**
 * Rejects a name that a document of the kind already has, even if that document is invalid and therefore not in the catalog.
 *
 * @param id the document's key in the catalog
 * @throws UserError if the name is taken
 */
export function rejectTaken(catalog: Catalog, kind: Kind, id: string): void {
  const broken = catalog.rejected?.find((one) => one.kind === kind && one.entry.name === id)?.entry;
  const entry = entriesOf(catalog, kind).get(id) ?? broken;
  if (!entry) return;
  const { file, line, column } = entry.at();
  throw new UserError(
    `${kind} '${entry.name}' already exists: ${file}:${line}:${column}`,
    'choose another name, or edit the existing document',
  );
}
