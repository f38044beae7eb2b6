import type { Files } from './programme';

/** Applies a typing error to a line; undefined if it does not apply. */
type Slip = (line: string) => string | undefined;

const replaced =
  (pattern: RegExp, by: string | ((match: string) => string)): Slip =>
  (line) => {
    const result = line.replace(pattern, by as string);
    return result === line ? undefined : result;
  };

/** Typing errors in a line of YAML, by description. */
const SLIPS: Readonly<Record<string, Slip>> = {
  'an extra space': (line) => ` ${line}`,
  'two extra spaces': (line) => `  ${line}`,
  'a missing space': replaced(/^ /, ''),
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
  'an extra bracket': (line) => `${line}]`,
  'no comma': replaced(/, /, ' '),
  'an extra comma': replaced(/, /, ',, '),
  'a missing letter in the key': replaced(/(?<=^ *(?:- )?[a-z])[a-z](?=[a-z]+:)/i, ''),
  'a capital letter in the key': replaced(/(?<=^ *(?:- )?)[a-z](?=[a-z]+:)/i, (letter) => letter.toUpperCase()),
  'a missing letter in the value': replaced(/(?<=: ['"]?[a-z])[a-z]/i, ''),
  'a capital letter in the value': replaced(/(?<=: )[a-z]/, (letter) => letter.toUpperCase()),
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
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** Every typing error in the documents of a catalog, except in comments, certificates and OpenAPI files. */
export function* typingErrors(files: Files): Generator<TypingError> {
  for (const [file, text] of Object.entries(files)) {
    if (file.includes('openapi')) continue;
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      const error = (what: string, ...changed: string[]) => ({
        what,
        file,
        line: index + 1,
        text: lines.toSpliced(index, 1, ...changed).join('\n'),
      });
      if (line === '---') yield error('no line ---');
      if (!/^ *(- )?[a-z]+:/i.test(line)) continue;
      yield error('a duplicate line', line, line);
      for (const [what, slip] of Object.entries(SLIPS)) {
        const changed = slip(line);
        if (changed !== undefined) yield error(what, changed);
      }
    }
  }
}
