import type { Detection } from '../base/finding';
import type { Position } from '../base/position';

/** An HTTP method in upper case: `GET`. OpenAPI 3.2 allows any, below `additionalOperations`. */
export type Method = string;

/** Lists of scopes; a call needs all scopes of one list. */
export type ScopeAlternatives = readonly (readonly string[])[];

/** The identity of an operation of an API. */
export interface Operation {
  /** The operationId; if it is missing or not unique, the method and the path: `GET /users/`. */
  readonly id: string;
  readonly method: Method;
  /** Path template below the base path: `/sessions/{sessionId}`. */
  readonly path: string;
}

/** One operation of an OpenAPI file. */
export interface DefinedOperation extends Operation {
  /**
   * The scopes of each security requirement that has any. Empty if the file requires no scope: then the Api document decides, and
   * until it does, no call is allowed.
   */
  readonly scopes: ScopeAlternatives;
  /**
   * Whether one of the file's alternatives requires no scope (`security: [{ oauth: [read] }, {}]`).
   * @default false
   */
  readonly scopesOptional?: boolean;
}

/** The parts of an OpenAPI 3 file, and of the files that it refers to, that Gatewright uses. */
export interface OpenApiDefinition {
  /** The path of the file in positions. */
  readonly file: string;
  readonly title: string;
  /** `info.version`. */
  readonly version: string;
  /**
   * Every path template, sorted, including those without operations: an OpenAPI file may omit operations that its reader may not see.
   * @default the paths of the operations
   */
  readonly paths?: readonly string[];
  /** Sorted by path, then method. */
  readonly operations: readonly DefinedOperation[];
  /** Every scope that an operation or a security scheme names, sorted. */
  readonly scopes: readonly string[];
  /**
   * The positions of the definition.
   * @default the definition was created in code
   */
  readonly origin?: DefinitionOrigin;
}

/** The positions of a definition, and the problems of its operations. */
export interface DefinitionOrigin {
  /** By operation ID. */
  readonly operations: ReadonlyMap<string, OperationOrigin>;
  /** The servers of the file whose URLs are valid. */
  readonly servers: readonly ServerPath[];
}

/** The position of an operation, and its problems. */
export interface OperationOrigin {
  /** The key of the operation: `get`. */
  readonly at: Position;
  /** Problems that matter only if the operation is exposed: a path that cannot be routed, unknown keys. */
  readonly problems: readonly Detection[];
  /**
   * The servers of the operation or its path item, which replace those of the file.
   * @default the servers of the file
   */
  readonly servers?: readonly ServerPath[];
}

/** The path of a server's URL. */
export interface ServerPath {
  /** Without a trailing slash; empty for the root. */
  readonly path: string;
  readonly at: Position;
}
