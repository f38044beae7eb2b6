/** An HTTP method as OpenAPI spells it, in upper case. */
export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE';

/** One operation of an OpenAPI file. */
export interface Operation {
  /** The operationId; where the file has none, method and path as words: `get-sessions-sessionid`. */
  readonly id: string;
  readonly method: Method;
  /** Path template below the base path: `/sessions/{sessionId}`. */
  readonly path: string;
  /** The scopes of each security requirement that names any: one of the lists has to be granted in full. */
  readonly scopes: readonly (readonly string[])[];
}

/** What Gatewright takes from an OpenAPI 3 file; a function of the file's text alone. */
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
  readonly operations: readonly Operation[];
  /** Every scope that an operation or a security scheme names, sorted. */
  readonly scopes: readonly string[];
}
