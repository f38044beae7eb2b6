/** The tokens of jsonc-parser's scanner that are looked at; the library declares them as an enum that this build cannot read. */
export const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  string: 10,
  end: 17,
} as const;

/** Whether a map or a list begins. */
export function isOpening(token: number): boolean {
  return token === TOKEN.openBrace || token === TOKEN.openBracket;
}

/** Whether a map or a list ends. */
export function isClosing(token: number): boolean {
  return token === TOKEN.closeBrace || token === TOKEN.closeBracket;
}
