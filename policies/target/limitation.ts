import { commandLine, type GatewayCode, type Path, pointer } from '../../core/model';

/** Something that a gateway cannot do. Detected without a catalog, so that constructs reject it too. */
export interface Limitation {
  /** The check that reports it. */
  readonly code: GatewayCode;
  /** The document that asks for it, as `TokenPolicy 'operator-idp'`. */
  readonly document: string;
  /** The field that asks for it. */
  readonly path: Path;
  /** The name of the environment whose gateway cannot do it. */
  readonly environment: string;
  /** The name of the document that it conflicts with, if it is not a limitation of the gateway alone. */
  readonly conflictsWith?: string;
}

/**
 * Rejects what a gateway cannot do, for callers that did not check the catalog before.
 *
 * @throws Error with the first limitation and the command that explains it
 */
export function rejectLimitations([first]: readonly Limitation[]): void {
  if (!first) return;
  const { code, document, path, environment } = first;
  throw new Error(
    `${document}, ${pointer(path)}: the gateway of environment '${environment}' does not support this (${code}); '${commandLine('check', '--explain', code)}' prints why and how to fix it`,
  );
}
