import type { DocumentName } from '../../model';
import type { Entity } from '../entity';

/** The file of a document, from the catalog's folder; undefined where it has none, or one elsewhere. */
export type FileOf = (document: DocumentName) => string | undefined;

/**
 * The comment of a resource, which Terraform ignores: what it is about in the catalog's words, and the file to look at; the document
 * itself where no file is known.
 */
export function resourceComment({ subject, origins }: Entity, fileOf: FileOf): Readonly<Record<string, string>> {
  const [first] = origins;
  return { ...subject, ...(first && { document: fileOf(first.document) ?? first.document }) };
}
