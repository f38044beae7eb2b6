import { type DocumentName, formatDocumentName, isMap, type Json, KINDS } from '../../model';
import { shown } from '../../model/messages/shown';
import { isWord } from '../../model/schemas';

/** `Tier 'free'`, as far as kind and name are known. */
export function documentLabel(document: unknown): string | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const { kind, name } = document as { readonly kind?: unknown; readonly name?: unknown };
  if (typeof kind !== 'string') return undefined;
  return typeof name === 'string' ? `${kind} ${shown(name)}` : kind;
}

/** The name of a document for programs; undefined if its kind or name is not valid. */
export function nameOf(document: Json): DocumentName | undefined {
  if (!isMap(document)) return undefined;
  const kind = KINDS.find((one) => one === document.kind);
  const names = kind === 'Application' ? [document.partner, document.name] : [document.name];
  if (kind === undefined || !names.every((name) => isWord('name', name))) return undefined;
  return formatDocumentName(kind, names.join('_'));
}
