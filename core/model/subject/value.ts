import { attributeType } from './attribute-type';
import { type Attribute, OTHERWISE, problem, type Read } from './name';

const PRINTED = 'openssl x509 -noout -subject -nameopt RFC2253 -in FILE';

/** Reads an attribute whose value is text, given as its bytes. */
export function textAttribute(written: string, bytes: readonly number[]): Read<Attribute> {
  const type = attributeType(written);
  if (!type) return unknownType(written);
  if ('oid' in type) {
    return problem(
      `attribute type ${type.oid} has no name, and its value no form that is the same everywhere`,
      `write \`${type.oid}=#…\` as \`${PRINTED}\` prints it, ${OTHERWISE}`,
    );
  }
  const text = decoded(bytes);
  if (text === undefined) {
    return problem(
      `the value of ${type.named} is not UTF-8`,
      `write its characters themselves, or each byte of their UTF-8 form as \\ and two hexadecimal digits, ${OTHERWISE}`,
    );
  }
  if (text.includes('\0')) return problem(`the value of ${type.named} has a zero byte`, `remove it, ${OTHERWISE}`);
  return { value: { type: type.named, text } };
}

/** Reads an attribute whose value is written as '#' and the hexadecimal form of its DER. */
export function derAttribute(written: string, hex: string): Read<Attribute> {
  const type = attributeType(written);
  if (!type) return unknownType(written);
  const der = hex.toUpperCase();
  if ('oid' in type) return { value: { type: type.oid, der } };
  const bytes = stringIn(Buffer.from(der, 'hex'));
  if (!bytes) {
    return problem(
      `the value of ${type.named} is not a string in DER`,
      `write its text, with \\# where that begins with #, ${OTHERWISE}`,
    );
  }
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

function unknownType(written: string): Read<never> {
  if (written === 'uid') {
    return problem(
      "attribute type 'uid' is uniqueIdentifier where OpenSSL prints it, and userId elsewhere",
      'write `uniqueIdentifier` or `UID`',
    );
  }
  return problem(
    `attribute type '${written.slice(0, 40)}' is not known`,
    `write CN, O, OU, C, ST, L, serialNumber, organizationIdentifier, DC, UID, emailAddress…, or the type's number with the value as \`${PRINTED}\` prints it, ${OTHERWISE}`,
  );
}
