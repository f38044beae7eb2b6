import { ROLE_WORDS } from './role-words';

/** The words of names in a catalog, which mailboxes may have as well: those of teams, partners, applications, APIs and domains. */
export interface MailboxNames {
  /** The names, without separators: `acmebank`. */
  readonly whole: ReadonlySet<string>;
  /** Their words of three letters or more. */
  readonly words: ReadonlySet<string>;
}

/** The names that a mailbox may have, prepared for {@link isRoleMailbox}. */
export function mailboxNames(names: Iterable<string>): MailboxNames {
  const whole = new Set<string>();
  const words = new Set<string>();
  for (const name of names) {
    whole.add(name.replaceAll('-', ''));
    for (const word of name.split('-')) if (word.length >= MIN_PART) words.add(word);
  }
  return { whole, words };
}

/**
 * Whether a mailbox looks like that of a role: one of the words of its local part names a role (`security`, `api-platform`,
 * `helpdesk`, `Buchhaltung`), or is a word of a known name. Case, accents, digits at the end of a word and a tag (`support+acme`) do
 * not matter. This is a heuristic: an address does not show whether one person or many read it.
 */
export function isRoleMailbox(address: string, known: MailboxNames): boolean {
  const local = plain(address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/s, ''));
  const words = local.split(/[._-]+/).map((word) => word.replace(/\d+$/, ''));
  return known.whole.has(words.join('')) || words.some((word) => known.words.has(word) || consistsOfRoleWords(word));
}

/** Shorter words (`it`, `hr`, `pr`) also occur inside names of persons, so they count only if they are separate. */
const MIN_PART = 3;

/** Whether a word is that of a role, or several in a row: `helpdesk`, `apisupport`. */
function consistsOfRoleWords(word: string): boolean {
  if (ROLE_WORDS.has(word)) return true;
  for (let length = MIN_PART; length <= word.length - MIN_PART; length += 1) {
    if (ROLE_WORDS.has(word.slice(0, length)) && consistsOfRoleWords(word.slice(length))) return true;
  }
  return false;
}

const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', ð: 'd', þ: 'th', œ: 'oe' };

/** Lower case, without accents. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßłøæðþœ]/g, (letter) => LETTERS[letter] ?? letter);
}
