import type { AddedDocument } from '../../core/app';
import type { Io } from '../io';

/** Prints the files that were written, and what is left to do. */
export function printAdded(io: Io, { written, notes, otherErrors }: AddedDocument): void {
  for (const file of written) io.out(`wrote ${file}\n`);
  if (otherErrors !== undefined) io.err(`the catalog has other errors: run '${otherErrors}'\n`);
  for (const note of notes) io.out(`${note}\n`);
}
