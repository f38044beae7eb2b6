import type { Finding } from '../model';

/** Findings that explain a refusal, with the texts of the files that they are about. */
export interface Reasons {
  readonly findings: readonly Finding[];
  readonly texts: ReadonlyMap<string, string>;
}

/** A request that is refused. For people: what is wrong, and the edit or command that helps. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    readonly reasons?: Reasons,
  ) {
    super(message);
  }
}

/** A setting is invalid, or the installation is incomplete. */
export class UsageError extends UserError {}
