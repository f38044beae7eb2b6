/** Tokens of jsonc-parser's scanner. The library declares them as a const enum, which this build cannot import. */
export const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  string: 10,
  end: 17,
} as const;

/** Whether a token opens a map or a list. */
export function isOpening(token: number): boolean {
  return token === TOKEN.openBrace || token === TOKEN.openBracket;
}

/** Whether a token closes a map or a list. */
export function isClosing(token: number): boolean {
  return token === TOKEN.closeBrace || token === TOKEN.closeBracket;
}
