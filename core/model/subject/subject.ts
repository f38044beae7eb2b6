import { readListForm } from './list-form';
import type { Name, NameProblem } from './name';
import { directionOf } from './order';
import { readSlashForm } from './slash-form';
import { rfc4514, slashForm } from './write';

/** A parsed subject of a certificate. */
export interface Subject {
  readonly ok: true;
  /** In the form that partner-mtls compares (RFC 4514): the same for all spellings of a name, different for all other names. */
  readonly canonical: string;
  /** If the spelling does not show the order of the parts: the assumed name, and the name in the other order, with slashes. */
  readonly ambiguity?: { readonly assumed: string; readonly other: string };
}

/** A text that is not a subject, or could be two. */
export interface UnreadableSubject {
  readonly ok: false;
  readonly problem: NameProblem;
}

/** An entry of Kong's index of tags holds 2,700 bytes, and a byte of a subject takes up to three in a tag. */
const MAX_BYTES = 800;

/**
 * Parses a certificate's subject in any usual spelling: as defined by RFC 4514, as printed by OpenSSL, nginx, Java, Go and Windows,
 * or with slashes.
 *
 * A name is a sequence, and the reverse sequence is another name. The form with slashes has the order of the certificate. A list is
 * read as a name that begins with the country, as certificates do, from whichever end; if programs that print this form would print
 * the other order, the result has an `ambiguity`.
 */
export function readSubject(text: string): Subject | UnreadableSubject {
  // An escaped space at the end belongs to the value.
  const plain = text.replace(/^\s*(?:subject\s*[=:]\s*)?/i, '').replace(/(?<![\\\s])\s+$/, '');
  const read = plain.startsWith('/') ? fromSlashes(plain) : fromList(plain);
  const bytes = read.ok ? Buffer.byteLength(read.canonical) : 0;
  return bytes > MAX_BYTES ? unreadable({ reason: 'too-long', bytes, maximumBytes: MAX_BYTES }) : read;
}

function unreadable(problem: NameProblem): UnreadableSubject {
  return { ok: false, problem };
}

function fromSlashes(text: string): Subject | UnreadableSubject {
  const read = readSlashForm(text);
  return 'problem' in read ? unreadable(read.problem) : { ok: true, canonical: rfc4514(read.value) };
}

function fromList(text: string): Subject | UnreadableSubject {
  const read = readListForm(text);
  if ('problem' in read) return unreadable(read.problem);
  const { name, spacedEquals, spacedCommas } = read.value;
  const mirrored: Name = [...name].reverse();
  if (name.length === 1) return { ok: true, canonical: rfc4514(name) };
  const direction = directionOf(name);
  if (direction === undefined) {
    // Programs that print the certificate's own order put spaces between the parts.
    if (!spacedCommas && !spacedEquals) return { ok: true, canonical: rfc4514(mirrored) };
    return unreadable({ reason: 'unknown-order', forms: [slashForm(name), slashForm(mirrored)] });
  }
  const isBroadFirst = direction === 'broad-first';
  const [assumed, other] = isBroadFirst ? [name, mirrored] : [mirrored, name];
  const isSpaced = spacedCommas || spacedEquals;
  return {
    ok: true,
    canonical: rfc4514(assumed),
    ...(isBroadFirst === isSpaced ? {} : { ambiguity: { assumed: slashForm(assumed), other: slashForm(other) } }),
  };
}
