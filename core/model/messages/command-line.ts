/**
 * A command line of this program for a shell. It runs the installed program, never a package of the same name from the registry.
 *
 * @param words the words after the program's name, which are quoted if necessary
 */
export function commandLine(...words: readonly string[]): string {
  return ['npx --no-install gatewright', ...words.map(shellWord)].join(' ');
}

/** A text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
