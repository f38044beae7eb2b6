import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileProblem } from '../../model/messages/file-problem';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';

const CHUNK = 64 * 1024;

/**
 * Reads a file that was named on the command line: an ordinary one, or a pipe such as `<(curl …)`. Of one that has no end, or is far
 * larger than anything it could be, no more is read than is allowed.
 *
 * @param shown the file as messages name it
 * @param most bytes that it may have
 * @throws UserError when it cannot be read, or has more
 */
export function readBounded(context: CommandContext, shown: string, most: number): Buffer {
  if (shown.trim() === '') throw new UserError('the name of the file is empty', 'name a file');
  try {
    const file = openSync(resolve(context.cwd, shown), 'r');
    try {
      return readAll(file, shown, most);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === undefined) throw error;
    throw new UserError(`cannot read '${shown}': ${problem}`);
  }
}

function readAll(file: number, shown: string, most: number): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.alloc(CHUNK);
    const count = readSync(file, chunk);
    if (count === 0) return Buffer.concat(chunks);
    length += count;
    if (length > most)
      throw new UserError(`'${shown}' is too large: at most ${most} bytes are read`, 'name another file');
    chunks.push(chunk.subarray(0, count));
  }
}
