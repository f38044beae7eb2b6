import type { Detection } from '../base/finding';
import type { Position } from '../base/position';

/** An HTTP method in upper case: `GET`. OpenAPI 3.2 allows any, below `additionalOperations`. */
export type Method = string;

/** Lists of scopes, one of which has to be granted in full. */
export type ScopeAlternatives = readonly (readonly string[])[];

/** What identifies an operation of an API. */
export interface Operation {
  /** The operationId; of an operation that has none, or shares it with another one, method and path: `GET /users/`. */
  readonly id: string;
  readonly method: Method;
  /** Path template below the base path: `/sessions/{sessionId}`. */
  readonly path: string;
}

/** One operation of an OpenAPI file. */
export interface DefinedOperation extends Operation {
  /**
   * The scopes of each security requirement that names any. Empty where the file requires no scope: then the Api document
   * decides, and until it does no call is let through.
   */
  readonly scopes: ScopeAlternatives;
  /** Whether one of the file's alternatives requires no scope (`security: [{ oauth: [read] }, {}]`); default: false. */
  readonly scopesOptional?: boolean;
}

/** What Gatewright takes from an OpenAPI 3 file and the files that it refers to. */
export interface OpenApiDefinition {
  /** Path of the file as positions show it. */
  readonly file: string;
  readonly title: string;
  /** `info.version`. */
  readonly version: string;
  /**
   * Every path template, sorted. One without operations is among them: OpenAPI leaves operations out that the reader may not see, and
   * the path is there all the same.
   * @default those of the operations
   */
  readonly paths?: readonly string[];
  /** Sorted by path, then method. */
  readonly operations: readonly DefinedOperation[];
  /** Every scope that an operation or a security scheme names, sorted. */
  readonly scopes: readonly string[];
  /** Where the definition is written; default: it was made in code. */
  readonly origin?: DefinitionOrigin;
}

/** Where a definition is written, and what is wrong in places that only matter to some. */
export interface DefinitionOrigin {
  /** By id of the operation. */
  readonly operations: ReadonlyMap<string, OperationOrigin>;
  /** The servers of the file, as far as their addresses can be read. */
  readonly servers: readonly ServerPath[];
}

/** Where an operation is written. */
export interface OperationOrigin {
  /** The key of the operation: `get`. */
  readonly at: Position;
  /** What matters only where the operation is exposed: a path that cannot be routed, keys that OpenAPI does not know. */
  readonly problems: readonly Detection[];
  /** The servers of the operation or of its path item, which take the place of the file's; default: it has none. */
  readonly servers?: readonly ServerPath[];
}

/** The path of a server's address. */
export interface ServerPath {
  /** Without a slash at the end; empty for the root. */
  readonly path: string;
  readonly at: Position;
}
