import { Tokenization } from 'cdktf';

/**
 * Rejects cdktf tokens, which a GatewayStack does not resolve.
 *
 * @throws Error if a string in the value contains a token
 */
export function rejectTokens(value: unknown): void {
  if (typeof value === 'string') {
    if (isToken(value))
      throw new Error('a GatewayStack does not support cdktf tokens; use a Reference of gatewright/desired');
  } else if (Array.isArray(value)) value.forEach(rejectTokens);
  else if (isPlainObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      rejectTokens(key);
      rejectTokens(item);
    }
  }
}

/** Whether a value is a plain object. References and other class instances are handled when they are rendered. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether a text contains a token that cdktf created. For text that only looks like a token, cdktf throws. */
function isToken(text: string): boolean {
  if (!text.includes('{TfToken[')) return false;
  const lookups = [
    () => Tokenization.reverseString(text).tokens[0],
    () => Tokenization.reverseList([text]),
    () => Tokenization.reverseMap({ [text]: '' }),
  ];
  return lookups.some((lookUp) => {
    try {
      return lookUp() !== undefined;
    } catch {
      return false;
    }
  });
}
