import { attributeType } from './attribute-type';
import { type Attribute, type Name, OTHERWISE, problem, type Read } from './name';
import { textAttribute } from './value';

const START = /([/+])([A-Za-z][A-Za-z0-9-]*|(?:oid\.)?[0-9]+(?:\.[0-9]+)+)=/iy;
const PIECE = /\\x([0-9A-Fa-f]{2})|\\([/+\\])|([^\\/])/suy;

/** Reads `/C=ES/O=Acme Bank/CN=a`, the form in which OpenSSL prints names with `-nameopt compat` and takes them in `-subj`. */
export function readSlashForm(text: string): Read<Name> {
  const name: Attribute[][] = [];
  let at = 0;
  while (at < text.length) {
    START.lastIndex = at;
    const [start = '', sign, type = ''] = START.exec(text) ?? [];
    if (start === '') return strayMark(text.slice(at));
    at += start.length;
    const bytes: number[] = [];
    while (at < text.length && !startsAttribute(text, at)) {
      PIECE.lastIndex = at;
      const piece = PIECE.exec(text);
      if (!piece) return strayMark(text.slice(at));
      const [whole, hex, escaped, plain] = piece;
      bytes.push(...(hex === undefined ? Buffer.from(escaped ?? plain ?? '') : [Number.parseInt(hex, 16)]));
      at += whole.length;
    }
    const attribute = textAttribute(type, bytes);
    if ('problem' in attribute) return attribute;
    if (sign === '+' && name.length > 0) name.at(-1)?.push(attribute.value);
    else name.push([attribute.value]);
  }
  return { value: name };
}

/** Whether an attribute starts here: a slash is never part of a value, a plus sign is unless a known type follows. */
function startsAttribute(text: string, at: number): boolean {
  START.lastIndex = at;
  const [start, sign, type = ''] = START.exec(text) ?? [];
  return start !== undefined && (sign === '/' || attributeType(type) !== undefined);
}

function strayMark(rest: string): Read<never> {
  return rest.startsWith('\\')
    ? problem('it has a \\ that escapes nothing', `write \\\\ for the character itself, ${OTHERWISE}`)
    : problem(
        `'${rest.slice(0, 40)}' is not an attribute such as /CN=checkout.acme.example`,
        `a slash in a value has a \\ in front of it, ${OTHERWISE}`,
      );
}
