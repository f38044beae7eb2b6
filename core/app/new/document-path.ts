import { choosePath, type ExistingDocument } from '../../edit/choose-path';
import {
  type Catalog,
  definitionOf,
  entriesOf,
  type Kind,
  POLICY_FIELDS,
  type PolicyKinds,
  policyKind,
} from '../../model';
import type { CatalogFolder } from '../catalog-folder';

/** The path of a new document from the catalog's folder, in the place where this catalog has documents of the kind. */
export function documentPath(
  folder: CatalogFolder,
  catalog: Catalog,
  kind: Kind,
  words: { readonly name: string; readonly domain?: string },
): string {
  const placed = [...entriesOf(catalog, kind).values()].map((entry): ExistingDocument => {
    const { name, value } = entry;
    return { file: entry.at().file, words: 'domain' in value ? { domain: String(value.domain), name } : { name } };
  });
  return choosePath(folder.shown, placed, words, definitionOf(kind).file);
}

/** The path of a new policy: beside those of its kind, or else beside other policies. */
export function policyPath(folder: CatalogFolder, catalog: Catalog, field: keyof PolicyKinds, name: string): string {
  const placed = (of: keyof PolicyKinds) =>
    [...catalog.policies[of].values()].map(
      (entry): ExistingDocument => ({ file: entry.at().file, words: { name: entry.name } }),
    );
  const own = placed(field);
  const { file } = definitionOf(policyKind(field));
  return choosePath(folder.shown, own.length > 0 ? own : POLICY_FIELDS.flatMap(placed), { name }, file);
}

/** The path of a new application's document: where others are, or else below the partner's own. */
export function applicationPath(
  folder: CatalogFolder,
  { applications, partners }: Catalog,
  words: { readonly name: string; readonly partner: string },
): string {
  const apart = [...applications.values()].filter((one) => !one.at().path.startsWith('/applications'));
  const placed = apart.map(
    (one): ExistingDocument => ({ file: one.at().file, words: { partner: one.partner.name, name: one.name } }),
  );
  const file = partners.get(words.partner)?.at().file ?? '';
  const below = choosePath(
    folder.shown,
    [{ file, words: { partner: words.partner } }],
    words,
    definitionOf('Partner').file,
  );
  const usual = below.includes(`${words.partner}/`) ? below : below.replace(/[^/]+$/, '{partner}/{name}.yaml');
  return choosePath(folder.shown, placed, words, usual);
}
