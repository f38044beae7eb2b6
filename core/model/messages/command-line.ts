/**
 * A command line of this program that a reader can paste into a shell: it runs the installed program, and never a package of
 * the same name that somebody else may publish.
 *
 * @param words the words after the program's name; each is quoted where a shell would take it apart
 */
export function commandLine(...words: readonly string[]): string {
  return ['npx --no-install gatewright', ...words.map(shellWord)].join(' ');
}

/** A text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
