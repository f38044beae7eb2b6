import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isSeq, parseAllDocuments, type YAMLMap } from 'yaml';
import type { Catalog, Kind } from '../../../core/model';
import { loadFolder } from '../../server/catalog';

/** Documents as one file. A document after a marker writes the marker itself, unless it was the first one. */
function written(documents: readonly Document[]): string {
  return documents
    .map((document) => document.toString({ lineWidth: 0 }))
    .map((text, index) => (index > 0 && !text.startsWith('---') ? `---\n${text}` : text))
    .join('');
}

/** A copy of a catalog whose documents are changed for a run; its OpenAPI files stay as they are. */
export class CatalogCopy {
  /**
   * @param from folder of the catalog
   * @param folder where the copy goes
   */
  constructor(
    from: string,
    readonly folder: string,
  ) {
    cpSync(from, folder, { recursive: true });
  }

  /** The catalog as it is now. */
  load(): Catalog {
    return loadFolder(this.folder);
  }

  /** Writes a file of documents beside the others, or in the place of what it wrote before. */
  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** Changes every document of one kind. */
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
      const changed = written(documents);
      if (changed !== text) writeFileSync(path, changed);
    }
  }

  /** Changes every application, inside its partner or in a document of its own. */
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
