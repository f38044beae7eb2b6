import { PlainMap } from '../../model/base/json';
import { Reference } from '../reference';

/**
 * The one door through which every value goes on its way into Terraform's JSON. Terraform evaluates `${…}` and `%{…}` in
 * every string and in every key of a map; catalogs are written by many hands, so there is no text that may be evaluated.
 * Strings and keys are escaped here, at all depths, whoever made them; a {@link Reference} alone becomes an expression.
 *
 * Text is written in Unicode's composed form (NFC), as Terraform would turn it into anyway: what is in the output is
 * what the gateway gets.
 *
 * @param onReference called for each reference in the value
 * @throws Error for what has no place in the output: objects of a class, functions, broken UTF-16
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
  throw new Error(`${describe(value)} cannot be written to Terraform; write plain data, or a reference of gatewright`);
}

// ASCII without a brace: nearly all text of a stack, which needs no look at its characters.
const PLAIN = /^[\t\n -z|}~]*$/;

/** A string that Terraform reads as exactly this text. */
function terraformText(text: string): string {
  if (PLAIN.test(text)) return text;
  if (/\p{Surrogate}/u.test(text)) {
    throw new Error(`the text ${JSON.stringify(text)} is not Unicode: it has half of a surrogate pair; remove it`);
  }
  return text.normalize('NFC').replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

function terraformNumber(value: number): number {
  // cdktf hides tokens in numbers of this size, and no setting of a gateway needs them.
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new Error(`the number ${value} cannot be written to Terraform; it has to be within ±2^53`);
  }
  return value;
}

/** Keys are sorted, so that nothing in the output depends on the order in which a program wrote them. */
function terraformObject(
  value: Readonly<Record<string, unknown>>,
  onReference: (reference: Reference) => void,
): unknown {
  const names = new Map<string, string>();
  for (const key of Object.keys(value)) {
    if (value[key] === undefined) continue;
    const name = terraformText(key);
    if (names.has(name)) throw new Error(`the key '${key}' is twice in a map: it has two spellings in Unicode`);
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
  // The maps of documents, see PlainMap in core/model/base/json.ts: their prototype is empty.
  return Object.getPrototypeOf(prototype) === null && Object.getOwnPropertyNames(prototype).length === 0;
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  return `an object of class ${value.constructor?.name ?? 'unknown'}`;
}
