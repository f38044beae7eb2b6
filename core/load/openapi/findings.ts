import type { CheckCode, Finding, Severity } from '../../model';
import { type Located, positionOf } from './located';

/** Something wrong with an API definition, at a value or at the key that leads to it. */
export interface OpenApiFinding {
  readonly message: string;
  /** A function where it takes time to find, so that only findings that are shown take it. */
  readonly hint?: string | (() => string);
  readonly at: Located;
  readonly part?: 'value' | 'key';
  /** Default: error. */
  readonly severity?: Severity;
}

/** Takes what is wrong with an API definition. */
export type Report = (finding: OpenApiFinding) => void;

/** A finding as others see it. */
export function openApiDiagnostic(
  { message, hint, at, part, severity = 'error' }: OpenApiFinding,
  code: CheckCode = 'openapi-invalid',
): Finding {
  return {
    code,
    severity,
    message,
    ...(hint !== undefined && { hint: typeof hint === 'string' ? hint : hint() }),
    at: positionOf(at, part),
  };
}
