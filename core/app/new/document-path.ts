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

/** The path of a new document, relative to the catalog folder: next to the existing documents of its kind. */
export function documentPath(
  folder: CatalogFolder,
  catalog: Catalog,
  kind: Kind,
  names: { readonly name: string; readonly domain?: string },
): string {
  const existing = [...entriesOf(catalog, kind).values()].map((entry): ExistingDocument => {
    const { name, value } = entry;
    return { file: entry.at().file, names: 'domain' in value ? { domain: String(value.domain), name } : { name } };
  });
  return choosePath(folder.displayPath, existing, names, definitionOf(kind).file);
}

/** The path of a new policy: next to policies of its kind, or next to other policies. */
export function policyPath(folder: CatalogFolder, catalog: Catalog, field: keyof PolicyKinds, name: string): string {
  const existingOf = (of: keyof PolicyKinds) =>
    [...catalog.policies[of].values()].map(
      (entry): ExistingDocument => ({ file: entry.at().file, names: { name: entry.name } }),
    );
  const sameKind = existingOf(field);
  const { file } = definitionOf(policyKind(field));
  return choosePath(
    folder.displayPath,
    sameKind.length > 0 ? sameKind : POLICY_FIELDS.flatMap(existingOf),
    { name },
    file,
  );
}

/** The path of a new Application document: next to others, or below the document of its partner. */
export function applicationPath(
  folder: CatalogFolder,
  { applications, partners }: Catalog,
  names: { readonly name: string; readonly partner: string },
): string {
  const separate = [...applications.values()].filter((one) => !one.at().path.startsWith('/applications'));
  const existing = separate.map(
    (one): ExistingDocument => ({ file: one.at().file, names: { partner: one.partner.name, name: one.name } }),
  );
  const file = partners.get(names.partner)?.at().file ?? '';
  const below = choosePath(
    folder.displayPath,
    [{ file, names: { partner: names.partner } }],
    names,
    definitionOf('Partner').file,
  );
  const defaultPath = below.includes(`${names.partner}/`) ? below : below.replace(/[^/]+$/, '{partner}/{name}.yaml');
  return choosePath(folder.displayPath, existing, names, defaultPath);
}
