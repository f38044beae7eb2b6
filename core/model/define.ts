import { type CallSite, callSite } from './call-site';
import type { DocumentOf, Kind } from './kinds';
import type { Position } from './position';

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

/** Runs something and tells which documents were defined meanwhile, exported or not. */
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

/** Whether a value was made by one of the functions below. */
export function isDefinedDocument(value: unknown): value is DefinedDocument {
  return typeof value === 'object' && value !== null && MARK in value;
}

type Define<K extends Kind> = (body: DocumentBody<K>) => TypeScriptDocument<K>;

function definer<K extends Kind>(kind: K): Define<K> {
  return function define(body) {
    const call = callSite(define);
    const at = { file: call.file, line: call.line, column: call.column, path: '', length: `define${kind}`.length };
    const made = Object.defineProperty({ document: { kind, ...body }, at, call }, MARK, { value: true });
    collecting?.push(made as unknown as DefinedDocument);
    return made as unknown as TypeScriptDocument<K>;
  };
}

/** Defines an API. */
export const defineApi: Define<'Api'> = definer('Api');
/** Defines a tier. */
export const defineTier: Define<'Tier'> = definer('Tier');
/** Defines a partner, with its applications if you like. */
export const definePartner: Define<'Partner'> = definer('Partner');
/** Defines an application of a partner. */
export const defineApplication: Define<'Application'> = definer('Application');
/** Defines an environment. */
export const defineEnvironment: Define<'Environment'> = definer('Environment');
/** Defines a team. */
export const defineTeam: Define<'Team'> = definer('Team');
/** Defines a token policy. */
export const defineTokenPolicy: Define<'TokenPolicy'> = definer('TokenPolicy');
/** Defines a rate limit policy. */
export const defineRateLimitPolicy: Define<'RateLimitPolicy'> = definer('RateLimitPolicy');
/** Defines an mTLS policy. */
export const defineMtlsPolicy: Define<'MtlsPolicy'> = definer('MtlsPolicy');
/** Defines a consent policy. */
export const defineConsentPolicy: Define<'ConsentPolicy'> = definer('ConsentPolicy');
/** Defines a masking policy. */
export const defineMaskingPolicy: Define<'MaskingPolicy'> = definer('MaskingPolicy');
/** Defines an audit policy. */
export const defineAuditPolicy: Define<'AuditPolicy'> = definer('AuditPolicy');
/** Defines a metrics policy. */
export const defineMetricsPolicy: Define<'MetricsPolicy'> = definer('MetricsPolicy');
/** Defines an error policy. */
export const defineErrorPolicy: Define<'ErrorPolicy'> = definer('ErrorPolicy');
