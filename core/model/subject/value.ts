import { attributeType } from './attribute-type';
import type { Attribute, NameProblem, Parsed } from './name';

/** An attribute whose value is text, given as its bytes. */
export function textAttribute(written: string, bytes: readonly number[]): Parsed<Attribute> {
  const type = attributeType(written);
  if (!type) return unknownType(written);
  if ('oid' in type) return { problem: { reason: 'text-of-numbered-type', oid: type.oid } };
  const text = decoded(bytes);
  if (text === undefined) return { problem: { reason: 'not-utf-8', type: type.named } };
  if (text.includes('\0')) return { problem: { reason: 'zero-byte', type: type.named } };
  return { value: { type: type.named, text } };
}

/** An attribute whose value is written as '#' and the hexadecimal form of its DER. */
export function derAttribute(written: string, hex: string): Parsed<Attribute> {
  const type = attributeType(written);
  if (!type) return unknownType(written);
  const der = hex.toUpperCase();
  if ('oid' in type) return { value: { type: type.oid, der } };
  const bytes = stringIn(Buffer.from(der, 'hex'));
  if (!bytes) return { problem: { reason: 'not-a-der-string', type: type.named } };
  return textAttribute(written, bytes);
}

// UTF8String, NumericString, PrintableString, IA5String.
const STRINGS = [0x0c, 0x12, 0x13, 0x16];

/** The content of a DER string of at most 255 bytes. */
function stringIn(der: Buffer): readonly number[] | undefined {
  const [tag = 0, first = 0, second = 0] = der;
  const content = first < 0x80 ? der.subarray(2) : der.subarray(3);
  const length = first < 0x80 ? first : first === 0x81 && second >= 0x80 ? second : -1;
  return STRINGS.includes(tag) && content.length === length ? [...content] : undefined;
}

function decoded(bytes: readonly number[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

function unknownType(written: string): { readonly problem: NameProblem } {
  return { problem: written === 'uid' ? { reason: 'ambiguous-type' } : { reason: 'unknown-type', type: written } };
}
