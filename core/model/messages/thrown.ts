/** Something thrown that has a message, whatever realm its class comes from. */
export interface ErrorLike {
  readonly message: string;
  readonly stack?: string;
  readonly code?: unknown;
}

/** Whether something thrown is an error. `instanceof` says no for errors of another realm. */
export function isErrorLike(thrown: unknown): thrown is ErrorLike {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown && typeof thrown.message === 'string';
}

/** The system's word for what went wrong: `ENOENT`. */
export function errorCode(thrown: unknown): string {
  return isErrorLike(thrown) && typeof thrown.code === 'string' ? thrown.code : 'unknown error';
}
