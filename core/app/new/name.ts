import { type Catalog, entriesOf, type Kind } from '../../model';
import { isWord } from '../../model/schemas';
import { UsageError, UserError } from '../user-error';

/** Names are addresses, so a wrong one is refused before anything is written. */
export function parseName(name: string): string {
  if (isWord('name', name)) return name;
  const near = nameFrom(name);
  throw new UsageError(
    `'${name}' is not a valid name: names are lower-case words of letters and digits, joined by single hyphens; they begin with a letter and have up to 63 characters`,
    near === undefined ? undefined : `'${near}' would be one`,
  );
}

/** The name that a text comes to: `SIM Swap API` as `sim-swap-api`; undefined where nothing does, as with `3gpp`. */
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
 * Refuses a name that a document of the kind has, also where that document is wrong and so not in the catalog.
 *
 * @param id the document's key in the catalog
 * @throws UserError when it is taken
 */
export function refuseTaken(catalog: Catalog, kind: Kind, id: string): void {
  const broken = catalog.leftOut?.find((one) => one.kind === kind && one.entry.name === id)?.entry;
  const entry = entriesOf(catalog, kind).get(id) ?? broken;
  if (!entry) return;
  const { file, line, column } = entry.at();
  const article = /^[AEIOU]/.test(kind) ? 'an' : 'a';
  throw new UserError(
    `there is ${article} ${kind} '${entry.name}' already: ${file}:${line}:${column}`,
    'take another name, or edit that one',
  );
}
