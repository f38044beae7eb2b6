import { describeUnsupportedValue, schemaErrors } from '../core/load/schema';
import { type DocumentOf, type Entry, type Kind, type Path, pointer } from '../core/model';
import { plainJson } from '../core/model/plain-json';
import { isDeeplyFrozen } from './deeply-frozen';

/** A document of any kind, as plain data. */
export type Document = DocumentOf[Kind];

/** Documents of one kind; omitted documents are undefined. */
export type ExpectedDocuments = { readonly [K in Kind]: readonly [kind: K, ...(DocumentOf[K] | undefined)[]] }[Kind];

/** One problem of a document. */
interface DocumentProblem {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

/** Frozen documents that were found valid and need not be validated again. */
const valid = new WeakSet<object>();

/** Marks documents of a loaded catalog as valid, because loading has already validated them. */
export function markValid(documents: Iterable<Entry<object>>): void {
  for (const { value } of documents) remember(value);
}

/**
 * Validates the documents that were passed to a construct against the schemas of their kinds.
 *
 * @throws Error as {@link validate} does
 */
export function validateAll(expected: readonly ExpectedDocuments[]): void {
  for (const [kind, ...documents] of expected)
    for (const document of documents) if (document !== undefined) validate(document, kind);
}

/**
 * Validates a document that was passed to a construct against the schema of its kind.
 *
 * @param kind the kind that the construct expects
 * @throws Error that names each invalid field, what is allowed and the edit to make; or the kind, if it is not the expected one
 */
export function validate(document: Document, kind: Kind): void {
  if (document?.kind !== kind) throw new Error(`expected a document of kind ${kind}, found ${describe(document)}`);
  if (valid.has(document)) return;
  const { value: root, size, problems } = plainJson(document);
  const found: readonly DocumentProblem[] =
    problems.length > 0
      ? problems.map((problem) => ({ path: problem.path, ...describeUnsupportedValue(problem) }))
      : schemaErrors({ kind: document.kind, root, size, sourceOf: (path) => sourceText(document, path) });
  if (found.length > 0) {
    const lines = found.map(({ path, message, hint }) =>
      [`${pointer(path) || 'the document'}: ${message}`, ...(hint === undefined ? [] : [hint])].join('; '),
    );
    throw new Error(`${document.kind} '${document.name}' is not valid:\n  ${lines.join('\n  ')}`);
  }
  remember(document);
}

/** Remembers a valid document, provided that it cannot change. */
function remember(document: object): void {
  if (isDeeplyFrozen(document)) valid.add(document);
}

function describe(document: Document | null): string {
  return document?.kind === undefined ? 'a document without a kind' : `${document.kind} '${document.name}'`;
}

/** A value of a document as text; empty for maps and lists. */
function sourceText(document: Document, path: Path): string {
  const value = path.reduce<unknown>((parent, step) => (parent as never)?.[step], document);
  return typeof value === 'object' ? '' : String(value);
}
