import { readListForm } from './list-form';
import { type Name, type NameProblem, OTHERWISE } from './name';
import { directionOf } from './order';
import { readSlashForm } from './slash-form';
import { rfc4514, slashForm } from './write';

/** A certificate's subject that was understood. */
export interface Subject {
  readonly ok: true;
  /** In the one form that partner-mtls compares (RFC 4514): the same for all spellings of a name, different for all others. */
  readonly canonical: string;
  /**
   * Where the spelling leaves open in which order the certificate has the parts: how the name was taken, and how it would be
   * written for a certificate with the other order.
   */
  readonly doubt?: { readonly taken: string; readonly other: string };
}

/** A text that is not a subject, or in more than one way. */
export interface UnreadableSubject extends NameProblem {
  readonly ok: false;
}

/** An entry of Kong's index of tags takes 2,700 bytes, and a byte of a subject up to three in a tag. */
const LONGEST = 800;

/**
 * Reads a certificate's subject in any usual spelling: as RFC 4514 has it, as OpenSSL, nginx, Java, Go and Windows print it, with
 * slashes.
 *
 * A name is a sequence, and one that goes the other way is another name. The form with slashes has the certificate's own order. A
 * list is taken for a name that begins with the country, as certificates do, whichever end it starts from; where the form is that
 * of a program that would print the other order, `doubt` says so.
 */
export function readSubject(text: string): Subject | UnreadableSubject {
  // A space at the end belongs to the value where it is escaped.
  const plain = text.replace(/^\s*(?:subject\s*[=:]\s*)?/i, '').replace(/(?<![\\\s])\s+$/, '');
  const read = plain.startsWith('/') ? slashed(plain) : listed(plain);
  if (!read.ok || Buffer.byteLength(read.canonical) <= LONGEST) return read;
  return {
    ok: false,
    message: `it has ${Buffer.byteLength(read.canonical)} bytes; at most ${LONGEST} reach the gateway`,
    hint: 'register the certificate by its `sha256`',
  };
}

function slashed(text: string): Subject | UnreadableSubject {
  const read = readSlashForm(text);
  if ('problem' in read) return { ok: false, ...read.problem };
  return { ok: true, canonical: rfc4514(read.value) };
}

function listed(text: string): Subject | UnreadableSubject {
  const read = readListForm(text);
  if ('problem' in read) return { ok: false, ...read.problem };
  const { name, spacedEquals, spacedCommas } = read.value;
  const mirrored: Name = [...name].reverse();
  if (name.length === 1) return { ok: true, canonical: rfc4514(name) };
  const direction = directionOf(name);
  if (direction === undefined) {
    // Programs that print the certificate's own order put spaces between the parts.
    if (!spacedCommas && !spacedEquals) return { ok: true, canonical: rfc4514(mirrored) };
    return {
      ok: false,
      message: 'it does not show in which order the certificate has its parts',
      hint: `write '${slashForm(name)}' or '${slashForm(mirrored)}', in the order that \`openssl x509 -noout -subject -nameopt compat -in FILE\` prints, ${OTHERWISE}`,
    };
  }
  const taken = direction === 'broad-first' ? name : mirrored;
  const other = direction === 'broad-first' ? mirrored : name;
  const certain = direction === 'broad-first' ? spacedCommas || spacedEquals : !spacedCommas && !spacedEquals;
  return {
    ok: true,
    canonical: rfc4514(taken),
    ...(certain ? {} : { doubt: { taken: slashForm(taken), other: slashForm(other) } }),
  };
}
