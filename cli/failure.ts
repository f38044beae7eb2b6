/** 0: clean. 1: findings, or input that was refused. 2: wrong usage, or an internal error. */
export type ExitStatus = 0 | 1 | 2;

/** Ends a command with a message for people: what is wrong, and the edit or command that helps. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    readonly status: ExitStatus = 1,
  ) {
    super(message);
  }
}

/** The command line itself is wrong. */
export class UsageFailure extends Failure {
  constructor(message: string, hint?: string) {
    super(message, hint, 2);
  }
}

/** What the file system answered, in words: `permission denied`. Undefined for any other error. */
export function fileProblem(error: unknown): string | undefined {
  if (error === null || typeof error !== 'object' || !('code' in error)) return undefined;
  // Making a folder finds something that exists only where that is no folder.
  if (error.code === 'EEXIST' && 'syscall' in error && error.syscall === 'mkdir') return WORDS.ENOTDIR;
  return WORDS[String(error.code)];
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it exists already',
  ENOTEMPTY: 'the folder is not empty',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'too many links',
  EMFILE: 'too many open files',
  EBUSY: 'it is in use',
};
