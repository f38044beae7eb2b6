import { KINDS } from '../../model';
import { type DefinedDocument, isDefinedDocument } from '../../model/definer';

/** What a module's exports hold. */
export interface Exported {
  readonly documents: ReadonlySet<DefinedDocument>;
  /** Names of exports that look like documents and were not made by a define function. */
  readonly bare: readonly { readonly name: string; readonly kind: string }[];
  /** Names of exports that are promises: nobody waits for them. */
  readonly promises: readonly string[];
  /** Exports that hold no documents where these are expected, and what they are in words: `default`, `a function`. */
  readonly strange: readonly { readonly name: string; readonly what: string }[];
}

/**
 * Looks through the exports of a module: documents, and lists of them. What it exports by name beside them is its own business;
 * its default export is documents, and where it exports none at all its functions are what was meant to make them.
 */
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
  const told = new Set([...bare.map(({ name }) => name), ...promises]);
  const expected = documents.size === 0 ? Object.keys(moduleExports) : ['default'];
  const strange = Object.entries(moduleExports)
    .filter(([name]) => expected.includes(name) && !told.has(name))
    .map(([name, value]) => ({ name, what: name === 'default' ? strangeIn(value) : functionIn(value) }))
    .flatMap(({ name, what }) => (what === undefined ? [] : [{ name, what }]));
  return { documents, bare, promises, strange };
}

/** What in a value is neither a document nor a list of them; undefined where nothing is. */
function strangeIn(value: unknown, outer: readonly unknown[] = []): string | undefined {
  if (isDefinedDocument(value) || outer.includes(value)) return undefined;
  if (!Array.isArray(value)) return `${outer.length > 0 ? 'a list with ' : ''}${wordOf(value)}`;
  for (const item of value) {
    const found = strangeIn(item, [...outer, value]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function functionIn(value: unknown): string | undefined {
  return typeof value === 'function' ? wordOf(value) : undefined;
}

function wordOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${JSON.stringify(String(value).slice(0, 40))}`;
}
