import { PlainMap } from '../../model/base/json';
import { Reference } from '../reference';

/**
 * Converts a value for Terraform's JSON; every value in the output passes through this function. Terraform evaluates `${…}` and
 * `%{…}` in every string and every map key. Many people write catalogs, so no text may ever be evaluated: strings and keys are
 * escaped here at every depth, regardless of their source, and only a {@link Reference} becomes an expression.
 *
 * Text is normalized to Unicode NFC, as Terraform would do anyway, so that the output is exactly what the gateway receives.
 *
 * @param onReference called for each reference in the value
 * @throws Error for values that cannot be written: class instances, functions, invalid UTF-16
 */
export function terraformValue(value: unknown, onReference: (reference: Reference) => void = () => {}): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return terraformText(value);
  if (typeof value === 'number') return terraformNumber(value);
  if (value instanceof Reference) {
    onReference(value);
    return value.expression;
  }
  if (Array.isArray(value)) return value.map((item) => terraformValue(item, onReference));
  if (isPlainObject(value)) return terraformObject(value, onReference);
  throw new Error(`${describe(value)} cannot be written to Terraform; use plain data or a Reference`);
}

// ASCII without '{': a fast path for nearly all text of a stack.
const PLAIN = /^[\t\n -z|}~]*$/;

/** Escapes a text so that Terraform reads exactly this text. */
function terraformText(text: string): string {
  if (PLAIN.test(text)) return text;
  if (/\p{Surrogate}/u.test(text)) {
    throw new Error(
      `the text ${JSON.stringify(text)} is not valid Unicode: it contains half of a surrogate pair; remove it`,
    );
  }
  return text.normalize('NFC').replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

function terraformNumber(value: number): number {
  // cdktf encodes tokens as numbers of this size, which no setting of a gateway needs.
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new Error(`the number ${value} cannot be written to Terraform; it must be within ±2^53`);
  }
  return value;
}

/** Sorts keys, so that the output does not depend on the order in which they were added. */
function terraformObject(
  value: Readonly<Record<string, unknown>>,
  onReference: (reference: Reference) => void,
): unknown {
  const names = new Map<string, string>();
  for (const key of Object.keys(value)) {
    if (value[key] === undefined) continue;
    const name = terraformText(key);
    if (names.has(name))
      throw new Error(`key '${key}' is duplicated in a map: two spellings normalize to the same text`);
    names.set(name, key);
  }
  const result: Record<string, unknown> = new PlainMap();
  for (const name of [...names.keys()].sort()) result[name] = terraformValue(value[names.get(name) ?? ''], onReference);
  return result;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  // PlainMap in core/model/base/json.ts, used for maps in documents, has an empty prototype.
  return Object.getPrototypeOf(prototype) === null && Object.getOwnPropertyNames(prototype).length === 0;
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  return `an instance of class ${value.constructor?.name ?? 'unknown'}`;
}
