/** Describes an error of the file system: `permission denied`. Undefined for any other error. */
export function fileProblem(error: unknown): string | undefined {
  if (error === null || typeof error !== 'object' || !('code' in error)) return undefined;
  // mkdir -p fails with EEXIST only if a file is in the way.
  if (error.code === 'EEXIST' && 'syscall' in error && error.syscall === 'mkdir') return DESCRIPTIONS.ENOTDIR;
  return DESCRIPTIONS[String(error.code)];
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
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
  EXDEV: 'it is on another file system',
};
