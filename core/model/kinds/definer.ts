import { type CallSite, callSite } from '../base/call-site';
import type { Position } from '../base/position';
import type { DocumentOf, Kind } from './document-of';

/**
 * A document defined in TypeScript. It becomes part of the catalog if `gatewright.catalog.ts` exports it, directly or in a list.
 */
export interface TypeScriptDocument<K extends Kind = Kind> {
  readonly document: DocumentOf[K];
  /** The call that defined it. The file is an absolute path until the catalog is loaded. */
  readonly at: Position;
}

/** The fields of a document without `kind`, which follows from the name of the function. */
export type DocumentBody<K extends Kind> = Omit<DocumentOf[K], 'kind'>;

/** A document as it was defined, before validation. */
export interface DefinedDocument<K extends Kind = Kind> extends TypeScriptDocument<K> {
  readonly call: CallSite;
}

// A global symbol, so that documents defined with another copy of this module are recognized.
const MARK = Symbol.for('gatewright.document');

let collecting: DefinedDocument[] | undefined;

/** Runs a function and returns the documents that it defined, exported or not. */
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

/** Whether a value is a document that a `define` function returned. */
export function isDefinedDocument(value: unknown): value is DefinedDocument {
  return typeof value === 'object' && value !== null && MARK in value;
}

/** A function that defines documents of one kind in TypeScript. */
export type Define<K extends Kind> = (body: DocumentBody<K>) => TypeScriptDocument<K>;

/** Creates the `define` function of a kind: `defineApi` for `Api`. */
export function definer<K extends Kind>(kind: K): Define<K> {
  return function define(body) {
    const call = callSite(define);
    const at = { file: call.file, line: call.line, column: call.column, path: '', length: `define${kind}`.length };
    const defined = Object.defineProperty({ document: { kind, ...body }, at, call }, MARK, { value: true });
    collecting?.push(defined as unknown as DefinedDocument);
    return defined as unknown as TypeScriptDocument<K>;
  };
}
