import { attributeType } from './attribute-type';
import type { Attribute, Name, Parsed } from './name';
import { textAttribute } from './value';

const START = /([/+])([A-Za-z][A-Za-z0-9-]*|(?:oid\.)?[0-9]+(?:\.[0-9]+)+)=/iy;
const PIECE = /\\x([0-9A-Fa-f]{2})|\\([/+\\])|([^\\/])/suy;

/** Parses `/C=ES/O=Acme Bank/CN=a`, the form that OpenSSL prints with `-nameopt compat` and accepts in `-subj`. */
export function readSlashForm(text: string): Parsed<Name> {
  const name: Attribute[][] = [];
  let at = 0;
  while (at < text.length) {
    START.lastIndex = at;
    const [start = '', sign, type = ''] = START.exec(text) ?? [];
    if (start === '') return notAnAttribute(text.slice(at));
    at += start.length;
    const bytes: number[] = [];
    while (at < text.length && !startsAttribute(text, at)) {
      PIECE.lastIndex = at;
      const piece = PIECE.exec(text);
      if (!piece) return notAnAttribute(text.slice(at));
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

/** Whether an attribute starts here: a slash never belongs to a value, a plus sign does unless a known type follows. */
function startsAttribute(text: string, at: number): boolean {
  START.lastIndex = at;
  const [start, sign, type = ''] = START.exec(text) ?? [];
  return start !== undefined && (sign === '/' || attributeType(type) !== undefined);
}

function notAnAttribute(rest: string): Parsed<never> {
  return {
    problem: rest.startsWith('\\')
      ? { reason: 'invalid-escape' }
      : { reason: 'not-an-attribute', text: rest, form: 'slashes' },
  };
}
