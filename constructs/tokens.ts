import { Tokenization } from 'cdktf';

/**
 * Refuses tokens of cdktf: nothing resolves them in a GatewayStack, where all text is text.
 *
 * @throws Error when a string in the value holds one
 */
export function refuseTokens(value: unknown): void {
  if (typeof value === 'string') {
    if (isToken(value))
      throw new Error('a token of cdktf cannot be written in a GatewayStack; use a reference of gatewright');
  } else if (Array.isArray(value)) value.forEach(refuseTokens);
  else if (isPlainObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      refuseTokens(key);
      refuseTokens(item);
    }
  }
}

/** References and objects of other classes are judged where they are written. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Text may look like a token; it is one only if cdktf made it: cdktf throws on names that it does not know. */
function isToken(text: string): boolean {
  if (!text.includes('{TfToken[')) return false;
  const readings = [
    () => Tokenization.reverseString(text).tokens[0],
    () => Tokenization.reverseList([text]),
    () => Tokenization.reverseMap({ [text]: '' }),
  ];
  return readings.some((read) => {
    try {
      return read() !== undefined;
    } catch {
      return false;
    }
  });
}
