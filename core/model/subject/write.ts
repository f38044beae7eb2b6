import type { Attribute, Name, Rdn } from './name';

/**
 * A name as RFC 4514 writes it, always in the same way: the narrowest part first, the attributes of a part sorted, since a part is
 * a set, and only what has to be escaped escaped.
 *
 * @param name its parts as the certificate has them
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

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is escaped
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
