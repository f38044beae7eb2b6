import { type DocumentOf, type Entry, type Kind, type Path, pointer } from '../core/model';
import { plainJson } from '../core/model/plain-json';
import { violations } from '../core/model/validation';
import { isDeeplyFrozen } from './deeply-frozen';

/** A document of any kind, as plain data. */
export type Document = DocumentOf[Kind];

/** Documents of one kind, those that were left out included. */
export type ExpectedDocuments = { readonly [K in Kind]: readonly [kind: K, ...(DocumentOf[K] | undefined)[]] }[Kind];

/** One thing that is wrong with a document. */
interface DocumentProblem {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

/** Documents that are known to be what their schemas say, and that nobody can change: one look at them is enough. */
const valid = new WeakSet<object>();

/** Marks documents of a loaded catalog, which were held to their schemas when they were loaded. */
export function markValid(documents: Iterable<Entry<object>>): void {
  for (const { value } of documents) remember(value);
}

/**
 * Holds the documents that were given to a construct to the schemas of their kinds.
 *
 * @throws Error as {@link validate} does
 */
export function validateAll(expected: readonly ExpectedDocuments[]): void {
  for (const [kind, ...documents] of expected)
    for (const document of documents) if (document !== undefined) validate(document, kind);
}

/**
 * Holds a document that was given to a construct to the schema of its kind.
 *
 * @param kind the kind that the construct takes there
 * @throws Error that names each field that is wrong, what is allowed there and the edit to make; or the kind, where it is another one
 */
export function validate(document: Document, kind: Kind): void {
  if (document?.kind !== kind)
    throw new Error(`${describe(document)} was given where a document of kind ${kind} belongs`);
  if (valid.has(document)) return;
  const { value: root, size, problems } = plainJson(document);
  const found: readonly DocumentProblem[] =
    problems.length > 0
      ? problems
      : violations({ kind: document.kind, root, size, sourceOf: (path) => written(document, path) });
  if (found.length > 0) {
    const lines = found.map(({ path, message, hint }) =>
      [`${pointer(path) || 'the document'}: ${message}`, ...(hint === undefined ? [] : [hint])].join('; '),
    );
    throw new Error(`${document.kind} '${document.name}' is not valid:\n  ${lines.join('\n  ')}`);
  }
  remember(document);
}

/** A document that is not frozen may be another one at the next look. */
function remember(document: object): void {
  if (isDeeplyFrozen(document)) valid.add(document);
}

function describe(document: Document | null): string {
  return document?.kind === undefined ? 'a document without a kind' : `${document.kind} '${document.name}'`;
}

/** A value of a document as a program would write it; maps and lists are not shown. */
function written(document: Document, path: Path): string {
  const value = path.reduce<unknown>((above, step) => (above as never)?.[step], document);
  return typeof value === 'object' ? '' : String(value);
}
