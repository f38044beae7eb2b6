import type { Catalog, Entry } from '../../model';
import type { FileOf } from '../terraform/comment';

/** Finds the files of a catalog's documents, so that the same catalog in another folder gives the same text. */
export function documentFiles(catalog: Catalog): FileOf {
  const { apis, tiers, partners, applications, environments, teams, policies } = catalog;
  const maps = [apis, tiers, partners, applications, environments, teams, ...Object.values(policies)];
  const files = new Map(maps.flatMap((entries) => [...entries].map(([id, entry]) => [refOf(id, entry), entry.file])));
  const folder = `${catalog.root ?? ''}/`;
  return (document) => {
    const file = files.get(document);
    return file?.startsWith(folder) ? file.slice(folder.length) : undefined;
  };
}

function refOf(id: string, { value }: Entry<object>): string {
  return `${'kind' in value ? value.kind : 'Application'}/${id}`;
}
