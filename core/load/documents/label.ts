import { shown } from '../../model/messages/shown';

/** `Tier 'free'`, as far as kind and name are known. */
export function documentLabel(document: unknown): string | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const { kind, name } = document as { readonly kind?: unknown; readonly name?: unknown };
  if (typeof kind !== 'string') return undefined;
  return typeof name === 'string' ? `${kind} ${shown(name)}` : kind;
}
