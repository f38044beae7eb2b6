/** An attribute of a distinguished name: its text, or the hexadecimal form of its DER if it has no text. */
export type Attribute = {
  /** As OpenSSL names it, or its number. */
  readonly type: string;
} & ({ readonly text: string } | { readonly der: string });

/** A relative distinguished name: one attribute, seldom several. */
export type Rdn = readonly Attribute[];

/** A distinguished name, its parts in the order in which they are written. */
export type Name = readonly Rdn[];

/** Why a text cannot be parsed as a distinguished name. */
export type NameProblem =
  /** The text ends after a separator. */
  | { readonly reason: 'missing-attribute' }
  /** `text` is where an attribute was expected. */
  | { readonly reason: 'not-an-attribute'; readonly text: string; readonly form: 'list' | 'slashes' }
  /** A backslash that does not start an escape, in the value of a type if that is known. */
  | { readonly reason: 'invalid-escape'; readonly type?: string }
  | { readonly reason: 'unknown-type'; readonly type: string }
  /** OpenSSL prints uniqueIdentifier as `uid`, which is userId everywhere else. */
  | { readonly reason: 'ambiguous-type' }
  /** A value in text, of a type that has only a number and therefore no standard text form. */
  | { readonly reason: 'text-of-numbered-type'; readonly oid: string }
  | { readonly reason: 'not-utf-8' | 'zero-byte' | 'not-a-der-string'; readonly type: string }
  | { readonly reason: 'too-long'; readonly bytes: number; readonly maximumBytes: number }
  /** Nothing shows the order of the parts; `forms` are the two possible names, with slashes. */
  | { readonly reason: 'unknown-order'; readonly forms: readonly [string, string] };

/** The result of parsing a part of a name. */
export type Parsed<T> = { readonly value: T } | { readonly problem: NameProblem };
