import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isSeq, parseAllDocuments, type YAMLMap } from 'yaml';
import type { Catalog, Kind } from '../../../core/model';
import { loadFolder } from '../../server/catalog';

/** Serializes documents. A document that had a `---` marker keeps it; others get one, except for the first. */
function serialize(documents: readonly Document[]): string {
  return documents
    .map((document) => document.toString({ lineWidth: 0 }))
    .map((text, index) => (index > 0 && !text.startsWith('---') ? `---\n${text}` : text))
    .join('');
}

/** A copy of a catalog whose documents are edited for a run. */
export class CatalogCopy {
  /**
   * @param from folder of the catalog
   * @param folder folder of the copy
   */
  constructor(
    from: string,
    readonly folder: string,
  ) {
    cpSync(from, folder, { recursive: true });
  }

  /** Loads the current catalog. */
  load(): Catalog {
    return loadFolder(this.folder);
  }

  /** Writes or replaces a file of additional documents. */
  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** Edits every document of one kind. */
  edit(kind: Kind, change: (document: Document, name: string) => void): void {
    for (const file of readdirSync(this.folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.ya?ml$/.test(file)) continue;
      const path = join(this.folder, file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(`kind: ${kind}`)) continue;
      const documents = parseAllDocuments(text) as readonly Document[];
      for (const document of documents) {
        if (document.get('kind') === kind) change(document, String(document.get('name')));
      }
      const changed = serialize(documents);
      if (changed !== text) writeFileSync(path, changed);
    }
  }

  /** Edits every application, in its partner's document or in one of its own. */
  editApplications(change: (application: YAMLMap, id: string) => void): void {
    this.edit('Partner', (document, partner) => {
      const applications = document.get('applications');
      if (!isSeq(applications)) return;
      for (const item of applications.items) if (isMap(item)) change(item, `${partner}_${item.get('name')}`);
    });
    this.edit('Application', (document, name) => {
      if (isMap(document.contents)) change(document.contents, `${document.get('partner')}_${name}`);
    });
  }
}
