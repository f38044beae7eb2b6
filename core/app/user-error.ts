import type { Finding } from '../model';

/** Findings that explain an error, with the texts of their files. */
export interface Reasons {
  readonly findings: readonly Finding[];
  readonly texts: ReadonlyMap<string, string>;
}

/** An error that the user can fix: its message describes the problem, its hint the edit or command that fixes it. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    readonly reasons?: Reasons,
  ) {
    super(message);
  }
}

/** An argument or a setting is invalid, or the installation is incomplete. */
export class UsageError extends UserError {}
