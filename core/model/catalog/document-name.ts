import type { Kind } from '../kinds/document-of';
import { KIND_DEFINITIONS, KINDS } from '../kinds/list';
import { isWord } from '../schemas';

/** A kind as one lower-case word: `token-policy` for `TokenPolicy`. */
export type KindWord = Kebab<Kind>;

/**
 * The name of a document in everything that programs read: `<kind>/<name>`, such as `api/sim-swap` and `token-policy/operator-idp`;
 * for every application, wherever it is written, `application/<partner>/<application>`. A terms file, which is not of a kind, is
 * `terms/<tier>@<version>`.
 */
export type DocumentName = `${KindWord | 'terms'}/${string}`;

/** The kind and the name of a document in a catalog; for an application, its name is its ID, `<partner>_<application>`. */
export interface NamedDocument {
  readonly kind: Kind;
  readonly name: string;
}

/** What {@link parseDocumentName} returns for a text that is not the name of a document. */
export interface InvalidDocumentName {
  readonly ok: false;
  /** `form` if there is no kind before a slash, `kind` if the kind does not exist, `name` if what follows is not a name. */
  readonly problem: 'form' | 'kind' | 'name';
  /** The part of the text that is wrong. */
  readonly found: string;
}

/** The word of a kind. */
function kindWord(kind: Kind): KindWord {
  return WORDS[kind];
}

/**
 * Writes the name of a document.
 *
 * @param name the name, or the ID of an application
 */
export function formatDocumentName(kind: Kind, name: string): DocumentName {
  return `${WORDS[kind]}/${kind === 'Application' ? name.replace('_', '/') : name}`;
}

/** The kind and the name in the name of a document that {@link formatDocumentName} has written. */
export function partsOf(document: DocumentName): NamedDocument {
  const slash = document.indexOf('/');
  const kind = BY_WORD.get(document.slice(0, slash)) as Kind;
  return { kind, name: document.slice(slash + 1).replace('/', '_') };
}

/** Reads the name of a document, and accepts nothing but what {@link formatDocumentName} writes. */
export function parseDocumentName(text: string): (NamedDocument & { readonly ok: true }) | InvalidDocumentName {
  const slash = text.indexOf('/');
  if (slash < 0) return { ok: false, problem: 'form', found: text };
  const word = text.slice(0, slash);
  const kind = BY_WORD.get(word);
  if (kind === undefined) return { ok: false, problem: 'kind', found: word };
  const names = text.slice(slash + 1).split('/');
  const isName = names.length === (kind === 'Application' ? 2 : 1) && names.every((name) => isWord('name', name));
  return isName ? { ok: true, kind, name: names.join('_') } : { ok: false, problem: 'name', found: names.join('/') };
}

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}` ? `${Lowercase<First>}${Tail<Rest>}` : '';
type Tail<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Tail<Rest>}`
  : '';

const WORDS = Object.fromEntries(
  KIND_DEFINITIONS.map(({ kind }) => [kind, kind.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase()]),
) as Readonly<Record<Kind, KindWord>>;

const BY_WORD: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [WORDS[kind], kind]));

/** The words of all kinds, for messages about an unknown kind. */
export const KIND_WORDS: readonly KindWord[] = KINDS.map(kindWord);
