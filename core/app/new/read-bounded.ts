import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileProblem } from '../../model/messages/file-problem';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';

const CHUNK = 64 * 1024;

/**
 * Reads a file that is named on the command line: a regular file, or a pipe such as `<(curl …)`. Stops reading once the content
 * exceeds the limit, so that an endless or huge file does no harm.
 *
 * @param displayPath the file as messages name it
 * @param maxBytes the largest size that is accepted
 * @throws UserError if the file cannot be read, or is larger
 */
export function readBounded(context: CommandContext, displayPath: string, maxBytes: number): Buffer {
  if (displayPath.trim() === '') throw new UserError('the file name is empty', 'pass the name of a file');
  try {
    const file = openSync(resolve(context.cwd, displayPath), 'r');
    try {
      return readAll(file, displayPath, maxBytes);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === undefined) throw error;
    throw new UserError(`cannot read '${displayPath}': ${problem}`);
  }
}

function readAll(file: number, displayPath: string, maxBytes: number): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.alloc(CHUNK);
    const count = readSync(file, chunk);
    if (count === 0) return Buffer.concat(chunks);
    length += count;
    if (length > maxBytes)
      throw new UserError(`'${displayPath}' is too large; the maximum is ${maxBytes} bytes`, 'pass another file');
    chunks.push(chunk.subarray(0, count));
  }
}
