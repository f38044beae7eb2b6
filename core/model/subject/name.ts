/** An attribute of a distinguished name: its text, or the hexadecimal form of its DER where it has no text. */
export type Attribute = {
  /** As OpenSSL names it, or its number. */
  readonly type: string;
} & ({ readonly text: string } | { readonly der: string });

/** A relative distinguished name: one attribute, seldom several. */
export type Rdn = readonly Attribute[];

/** A distinguished name, its parts in the order in which they are written. */
export type Name = readonly Rdn[];

/** A text that is not read as a distinguished name. */
export interface NameProblem {
  /** What is wrong, to be put behind the name's text. */
  readonly message: string;
  readonly hint: string;
}

/** What reading a part of a name comes to. */
export type Read<T> = { readonly value: T } | { readonly problem: NameProblem };

export const problem = (message: string, hint: string): { readonly problem: NameProblem } => ({
  problem: { message, hint },
});

/** What always works, whatever a subject looks like. */
export const OTHERWISE = 'or register the certificate by its `sha256`';
