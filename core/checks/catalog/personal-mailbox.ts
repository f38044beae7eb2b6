import {
  type Catalog,
  entriesOf,
  isRoleMailbox,
  KINDS,
  type Mailbox,
  type MailboxNames,
  mailboxesOf,
  mailboxNames,
  type Position,
} from '../../model';
import { type Check, found } from '../check';

export const personalMailbox: Check<'personal-mailbox'> = {
  code: 'personal-mailbox',
  severity: 'warning',
  per: 'catalog',
  summary:
    'A mailbox does not look like that of a role: no word of it names a role, a team, a partner, an application, an API or a domain.',
  rationale:
    'Git never forgets: the address of a person cannot be erased from it, and mail to somebody who has left reaches no one',
  fix: 'Write the mailbox of a role, such as `security@acme.example`. Where a field says who decided, a reference to a person who is registered outside Git is allowed as well: `person:7f3c9a`.',
  details:
    'Words are separated by `.`, `-` and `_`. Case, accents, digits at the end of a word and a tag after `+` do not matter. [Roles and persons](roles-and-persons.md#role-mailboxes) has more.',
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: acme-bank
contacts: [{ role: technical, email: maria.lopez@acme.example }]
`,
    prefer: `kind: Partner
name: acme-bank
contacts: [{ role: technical, email: api-support@acme.example }]
`,
  },
  joined: (count) => `in ${count} fields`,
  *find({ catalog }) {
    const known = namesIn(catalog);
    for (const [address, uses] of personalMailboxes(catalog, known)) {
      const hint = hintFor(address, uses);
      for (const { at } of uses) yield found(at, `mailbox '${address}' does not look like that of a role`, hint);
    }
  },
};

/** A field that contains a mailbox. */
interface Use extends Pick<Mailbox, 'isDecider'> {
  readonly at: Position;
  /** The role of the contact, if it is one. */
  readonly role: string | undefined;
}

function personalMailboxes(catalog: Catalog, known: MailboxNames): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  // A catalog has few mailboxes that decide, and names them in every partner.
  const isRole = new Map<string, boolean>();
  for (const kind of KINDS) {
    for (const entry of entriesOf(catalog, kind).values()) {
      for (const { address, path, isDecider } of mailboxesOf(kind, entry.value)) {
        const looksLikeRole = isRole.get(address) ?? isRoleMailbox(address, known);
        isRole.set(address, looksLikeRole);
        if (looksLikeRole) continue;
        const { contacts } = entry.value as { readonly contacts?: readonly { readonly role: string }[] };
        const role = path[0] === 'contacts' ? contacts?.[Number(path[1])]?.role : undefined;
        const ofAddress = uses.get(address) ?? [];
        ofAddress.push({ at: entry.at(path), isDecider, role });
        uses.set(address, ofAddress);
      }
    }
  }
  return uses;
}

function namesIn({ teams, partners, applications, apis }: Catalog): MailboxNames {
  const named = [teams, partners, apis].flatMap((documents) => [...documents.keys()]);
  const inPartners = [...applications.values()].map(({ name }) => name);
  const domains = [...apis.values()].map(({ value }) => value.domain);
  return mailboxNames([...named, ...inPartners, ...domains]);
}

function hintFor(address: string, uses: readonly Use[]): string {
  const role = uses.find((use) => use.role !== undefined)?.role ?? 'office';
  const hint = `write the mailbox of a role, such as '${role}${address.slice(address.lastIndexOf('@'))}'`;
  if (uses.every(({ isDecider }) => isDecider)) {
    return `${hint}, or a reference to a person who is registered outside Git, such as 'person:7f3c9a'`;
  }
  return hint;
}
