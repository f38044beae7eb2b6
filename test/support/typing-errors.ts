import type { Files } from './programme';

/** What one slip of the fingers makes of a line; undefined where the line has nothing that could slip so. */
type Slip = (line: string) => string | undefined;

const replaced =
  (pattern: RegExp, by: string | ((match: string) => string)): Slip =>
  (line) => {
    const result = line.replace(pattern, by as string);
    return result === line ? undefined : result;
  };

/** Single typing errors in a line of YAML, by what they are. */
const SLIPS: Readonly<Record<string, Slip>> = {
  'one space more': (line) => ` ${line}`,
  'two spaces more': (line) => `  ${line}`,
  'one space less': replaced(/^ /, ''),
  'a tab for the indentation': replaced(/^ +/, '\t'),
  'a tab before the line': (line) => `\t${line}`,
  'no colon': replaced(/: /, ' '),
  'no space after the colon': replaced(/: /, ':'),
  'a colon after the value': (line) => `${line}:`,
  'a colon in the value': replaced(/: [a-z]+/i, (match) => `${match}: x`),
  'no dash': replaced(/- (?=\S)/, ''),
  'no space after the dash': replaced(/^( *)- /, '$1-'),
  'a dash before the value': replaced(/: /, ': - '),
  'no first quote': replaced(/['"]/, ''),
  'no last quote': replaced(/['"](?=[^'"]*$)/, ''),
  'a quote before the value': replaced(/: (?=[a-z])/i, ": '"),
  'a double quote before the value': replaced(/: (?=[a-z])/i, ': "'),
  'a quote after the line': (line) => `${line}'`,
  'no opening brace': replaced(/\{/, ''),
  'no closing brace': replaced(/\}(?=[^}]*$)/, ''),
  'no opening bracket': replaced(/\[/, ''),
  'no closing bracket': replaced(/\](?=[^\]]*$)/, ''),
  'a bracket too many': (line) => `${line}]`,
  'no comma': replaced(/, /, ' '),
  'a comma too many': replaced(/, /, ',, '),
  'a letter of the key is missing': replaced(/(?<=^ *(?:- )?[a-z])[a-z](?=[a-z]+:)/i, ''),
  'the key starts with a capital': replaced(/(?<=^ *(?:- )?)[a-z](?=[a-z]+:)/i, (letter) => letter.toUpperCase()),
  'a letter of the value is missing': replaced(/(?<=: ['"]?[a-z])[a-z]/i, ''),
  'the value starts with a capital': replaced(/(?<=: )[a-z]/, (letter) => letter.toUpperCase()),
  'no value': replaced(/(?<=^ *(?:- )?[a-z]+:) [^|>].*/i, ''),
  'an @ before the value': replaced(/: (?=[a-z])/i, ': @'),
  'a * before the value': replaced(/: (?=[a-z])/i, ': *'),
  'a ! before the value': replaced(/: (?=[a-z])/i, ': !'),
  'a line break in the value': replaced(/(?<=: [^{[]*[a-z]) (?=[a-z])/i, '\n'),
};

/** A file of a catalog with one typing error. */
export interface TypingError {
  readonly what: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** Every typing error in the documents of a catalog; comments, certificates and OpenAPI files are left alone. */
export function* typingErrors(files: Files): Generator<TypingError> {
  for (const [file, text] of Object.entries(files)) {
    if (file.includes('openapi')) continue;
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      const made = (what: string, ...changed: string[]) => ({
        what,
        file,
        line: index + 1,
        text: lines.toSpliced(index, 1, ...changed).join('\n'),
      });
      if (line === '---') yield made('no line ---');
      if (!/^ *(- )?[a-z]+:/i.test(line)) continue;
      yield made('a line that was written twice', line, line);
      for (const [what, slip] of Object.entries(SLIPS)) {
        const changed = slip(line);
        if (changed !== undefined) yield made(what, changed);
      }
    }
  }
}
