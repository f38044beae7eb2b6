import { type DefinedDocument, isDefinedDocument } from '../define';
import { KINDS } from '../kinds';

/** What a module's exports hold. */
export interface Exported {
  readonly documents: ReadonlySet<DefinedDocument>;
  /** Names of exports that look like documents and were not made by a define function. */
  readonly bare: readonly { readonly name: string; readonly kind: string }[];
  /** Names of exports that are promises: nobody waits for them. */
  readonly promises: readonly string[];
}

/** Looks through the exports of a module: documents, and lists of them. Other exports are the module's own business. */
export function exportedDocuments(moduleExports: Readonly<Record<string, unknown>>): Exported {
  const documents = new Set<DefinedDocument>();
  const bare: { name: string; kind: string }[] = [];
  const promises: string[] = [];
  const seen = new Set<unknown>();
  const visit = (name: string, value: unknown): void => {
    if (isDefinedDocument(value)) documents.add(value);
    else if (Array.isArray(value)) {
      if (seen.has(value)) return;
      seen.add(value);
      for (const item of value) visit(name, item);
    } else if (typeof value === 'object' && value !== null) {
      if ('then' in value && typeof value.then === 'function') promises.push(name);
      else if ('kind' in value && KINDS.some((kind) => kind === value.kind))
        bare.push({ name, kind: String(value.kind) });
    }
  };
  for (const [name, value] of Object.entries(moduleExports)) visit(name, value);
  return { documents, bare, promises };
}
