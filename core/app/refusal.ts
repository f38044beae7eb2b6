import type { Diagnostic } from '../model';

/** Findings that say why something is refused, with the texts of the files that they are about. */
export interface Reasons {
  readonly findings: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** What was asked for is not done. For people: what is wrong, and the edit or command that helps. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    readonly reasons?: Reasons,
  ) {
    super(message);
  }
}

/** What was asked for cannot be meant: a setting is wrong, or the installation is not complete. */
export class WrongUsage extends Refusal {}
