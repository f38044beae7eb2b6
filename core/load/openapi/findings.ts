import type { CheckCode, Detection } from '../../model';
import { type Located, positionOf } from './located';

/** A problem of an API definition, at a value or at the key of a value. */
export interface OpenApiFinding {
  readonly message: string;
  /** A function if it takes time to find, so that only findings that are shown take it. */
  readonly hint?: string | (() => string);
  readonly at: Located;
  readonly part?: 'value' | 'key';
  /**
   * The check of a problem that does not affect what a call needs.
   * @default the file, or the operation, cannot be used
   */
  readonly code?: 'repeated-operation-id' | 'unknown-openapi-key' | 'unknown-security-scheme';
}

/** Takes a problem of an API definition. */
export type Report = (finding: OpenApiFinding) => void;

/** @param otherwise the code of a problem that makes the file or the operation unusable */
export function openApiDetection({ message, hint, at, part, code }: OpenApiFinding, otherwise: CheckCode): Detection {
  return {
    code: code ?? otherwise,
    message,
    ...(hint !== undefined && { hint: typeof hint === 'string' ? hint : hint() }),
    at: positionOf(at, part),
  };
}
