/** A thrown value with a message, from any realm. */
export interface ErrorLike {
  readonly message: string;
  readonly stack?: string;
  readonly code?: unknown;
}

/** Whether a thrown value is an error. `instanceof` fails for errors of another realm. */
export function isErrorLike(thrown: unknown): thrown is ErrorLike {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown && typeof thrown.message === 'string';
}

/** The code of a system error: `ENOENT`. */
export function errorCode(thrown: unknown): string {
  return isErrorLike(thrown) && typeof thrown.code === 'string' ? thrown.code : 'unknown error';
}
