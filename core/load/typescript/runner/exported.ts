import { type DefinedDocument, isDefinedDocument } from '../../../model/kinds/definer';
import type { OtherExport } from '../answer';
import { stringify } from './stringify';

/** The exports of a module. */
export interface Exported {
  readonly documents: ReadonlySet<DefinedDocument>;
  /** Exports that are neither documents nor lists of them at any depth: the first of each export, maps with a kind, and promises. */
  readonly others: readonly OtherExport[];
}

/** Finds the documents among the exports of a module, and in lists of them. */
export function exportedDocuments(moduleExports: Readonly<Record<string, unknown>>): Exported {
  const documents = new Set<DefinedDocument>();
  const others: OtherExport[] = [];
  for (const [name, exported] of Object.entries(moduleExports)) {
    let isFirst = true;
    for (const value of itemsOf(exported)) {
      if (isDefinedDocument(value)) documents.add(value);
      else {
        const other = {
          name,
          what: `${value === exported ? '' : 'a list with '}${describe(value)}`,
          ...marksOf(value),
        };
        if (isFirst || 'kind' in other || 'isPromise' in other) others.push(other);
        isFirst = false;
      }
    }
  }
  return { documents, others };
}

/** The value; for a list, all items at any depth that are not lists. A list that contains itself is visited once. */
function* itemsOf(value: unknown, visited = new Set<unknown>()): Iterable<unknown> {
  if (!Array.isArray(value)) yield value;
  else if (!visited.has(value)) {
    visited.add(value);
    for (const item of value) yield* itemsOf(item, visited);
  }
}

function marksOf(value: unknown): Pick<OtherExport, 'kind' | 'isPromise'> {
  if (typeof value !== 'object' || value === null) return {};
  if ('then' in value && typeof value.then === 'function') return { isPromise: true };
  return 'kind' in value && typeof value.kind === 'string' ? { kind: value.kind } : {};
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${stringify(String(value).slice(0, 40))}`;
}
