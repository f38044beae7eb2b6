import { type CallSite, callSite } from '../base/call-site';
import type { Position } from '../base/position';
import type { DocumentOf, Kind } from './document-of';

/**
 * A document made in TypeScript. It joins the catalog when the catalog's `gatewright.catalog.ts` exports it, by itself or in a
 * list.
 */
export interface TypeScriptDocument<K extends Kind = Kind> {
  readonly document: DocumentOf[K];
  /** The call that made it. Until the catalog is loaded the file is an absolute path. */
  readonly at: Position;
}

/** What a document says, without `kind`: the function's name says it. */
export type DocumentBody<K extends Kind> = Omit<DocumentOf[K], 'kind'>;

/** A document as it was made, before anybody looked at it. */
export interface DefinedDocument<K extends Kind = Kind> extends TypeScriptDocument<K> {
  readonly call: CallSite;
}

// The same word for every copy of this module, so that documents of a shared package are known as such.
const MARK = Symbol.for('gatewright.document');

let collecting: DefinedDocument[] | undefined;

/** Runs something and returns the documents that were defined meanwhile, exported or not. */
export function definedDuring<T>(run: () => T): { readonly result: T; readonly defined: readonly DefinedDocument[] } {
  const outer = collecting;
  const defined: DefinedDocument[] = [];
  collecting = defined;
  try {
    return { result: run(), defined };
  } finally {
    collecting = outer;
  }
}

/** Whether a value was made by a function that {@link definer} made. */
export function isDefinedDocument(value: unknown): value is DefinedDocument {
  return typeof value === 'object' && value !== null && MARK in value;
}

/** A function that makes documents of one kind in TypeScript. */
export type Define<K extends Kind> = (body: DocumentBody<K>) => TypeScriptDocument<K>;

/** Makes the function that defines documents of a kind; it is named `define` and the kind. */
export function definer<K extends Kind>(kind: K): Define<K> {
  return function define(body) {
    const call = callSite(define);
    const at = { file: call.file, line: call.line, column: call.column, path: '', length: `define${kind}`.length };
    const made = Object.defineProperty({ document: { kind, ...body }, at, call }, MARK, { value: true });
    collecting?.push(made as unknown as DefinedDocument);
    return made as unknown as TypeScriptDocument<K>;
  };
}
