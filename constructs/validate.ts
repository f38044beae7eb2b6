import { type DocumentOf, type Entry, type Kind, type Path, pointer } from '../core/model';
import { plainJson } from '../core/model/plain-json';
import { violations } from '../core/model/validation';

/** A document of any kind, as plain data. */
export type Document = DocumentOf[Kind];

/** One thing that is wrong with a document. */
interface Wrong {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

/** Documents that are known to be what their schemas say: nobody can change a document, so one look is enough. */
const valid = new WeakSet<object>();

/** Marks documents of a loaded catalog, which were held to their schemas when they were loaded. */
export function trust(documents: Iterable<Entry<object>>): void {
  for (const { value } of documents) valid.add(value);
}

/**
 * Holds a document that was given to a construct to the schema of its kind.
 *
 * @throws Error that names each field that is wrong, what is allowed there and the edit to make
 */
export function validate(document: Document): void {
  if (valid.has(document)) return;
  const { value: root, size, problems } = plainJson(document);
  const found: readonly Wrong[] =
    problems.length > 0
      ? problems
      : violations({ kind: document.kind, root, size, sourceOf: (path) => written(document, path) });
  if (found.length > 0) {
    const lines = found.map(({ path, message, hint }) =>
      [`${pointer(path) || 'the document'}: ${message}`, ...(hint === undefined ? [] : [hint])].join('; '),
    );
    throw new Error(`${document.kind} '${document.name}' is not valid:\n  ${lines.join('\n  ')}`);
  }
  valid.add(document);
}

/** A value of a document as a program would write it; maps and lists are not shown. */
function written(document: Document, path: Path): string {
  const value = path.reduce<unknown>((above, step) => (above as never)?.[step], document);
  return typeof value === 'object' ? '' : String(value);
}
