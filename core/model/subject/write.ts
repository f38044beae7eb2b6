import type { Attribute, Name, Rdn } from './name';

/**
 * A name in the form of RFC 4514, always spelled the same: the narrowest part first, the attributes of a part sorted, because a part
 * is a set, and only the necessary characters escaped.
 *
 * @param name its parts in the order of the certificate
 */
export function rfc4514(name: Name): string {
  return [...name].reverse().map(rdn).join(',');
}

/** A name in OpenSSL's form with slashes, which cannot be mistaken for its mirror image. */
export function slashForm(name: Name): string {
  return name.map((part) => `/${part.map(slashAttribute).join('+')}`).join('');
}

function rdn(part: Rdn): string {
  return part.map(attribute).sort().join('+');
}

function attribute(one: Attribute): string {
  return `${one.type}=${'der' in one ? `#${one.der}` : escaped(one.text)}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are escaped too
const ESCAPED = /[,+"\\<>;]|^[ #]| $|[\u0000-\u001f\u007f]/g;

function escaped(text: string): string {
  return text.replace(ESCAPED, (sign) =>
    sign >= ' ' && sign !== '\u007f'
      ? `\\${sign}`
      : `\\${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function slashAttribute(one: Attribute): string {
  return `${one.type}=${'der' in one ? `#${one.der}` : one.text.replace(/[/+\\]/g, '\\$&')}`;
}
