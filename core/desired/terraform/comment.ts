import type { DocumentName } from '../../model';
import type { Entity } from '../entity';

/** Returns the file of a document, relative to the catalog folder; undefined if it has none or is outside that folder. */
export type FileOf = (document: DocumentName) => string | undefined;

/**
 * The comment of a resource, which Terraform ignores: the entity's subject, and the file of its document, or the document's name if
 * the file is unknown.
 */
export function resourceComment({ subject, origins }: Entity, fileOf: FileOf): Readonly<Record<string, string>> {
  const [first] = origins;
  return { ...subject, ...(first && { document: fileOf(first.document) ?? first.document }) };
}
