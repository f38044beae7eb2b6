import { type DefinedDocument, isDefinedDocument } from '../../../model/kinds/definer';
import type { OddExport } from '../answer';
import { stringify } from './stringify';

/** What a module's exports hold. */
export interface Exported {
  readonly documents: ReadonlySet<DefinedDocument>;
  /** Of what is not a document, or a list of them at any depth: the first of each export, maps with a kind, and promises. */
  readonly others: readonly OddExport[];
}

/** Looks through the exports of a module: documents, and lists of them. */
export function exportedDocuments(moduleExports: Readonly<Record<string, unknown>>): Exported {
  const documents = new Set<DefinedDocument>();
  const others: OddExport[] = [];
  for (const [name, exported] of Object.entries(moduleExports)) {
    let isFirst = true;
    for (const value of itemsOf(exported)) {
      if (isDefinedDocument(value)) documents.add(value);
      else {
        const odd = { name, what: `${value === exported ? '' : 'a list with '}${describe(value)}`, ...marksOf(value) };
        if (isFirst || 'kind' in odd || 'isPromise' in odd) others.push(odd);
        isFirst = false;
      }
    }
  }
  return { documents, others };
}

/** The value, or where it is a list everything in it that is not a list. A list that holds itself is visited once. */
function* itemsOf(value: unknown, seen = new Set<unknown>()): Iterable<unknown> {
  if (!Array.isArray(value)) yield value;
  else if (!seen.has(value)) {
    seen.add(value);
    for (const item of value) yield* itemsOf(item, seen);
  }
}

function marksOf(value: unknown): Pick<OddExport, 'kind' | 'isPromise'> {
  if (typeof value !== 'object' || value === null) return {};
  if ('then' in value && typeof value.then === 'function') return { isPromise: true };
  return 'kind' in value && typeof value.kind === 'string' ? { kind: value.kind } : {};
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${stringify(String(value).slice(0, 40))}`;
}
