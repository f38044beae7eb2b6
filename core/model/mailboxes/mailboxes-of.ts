import type { Path } from '../base/position';
import { fieldsOf, valuesAt } from '../fields';
import type { Frozen, Kind } from '../kinds/document-of';
import { resolved } from '../schemas';

/** A mailbox in a document. */
export interface Mailbox {
  readonly address: string;
  readonly path: Path;
  /** Whether the field says who decided, and thus also accepts a reference to a person. */
  readonly isDecider: boolean;
}

/**
 * The mailboxes of a document, in the order of its schema. Those of the applications inside a partner are not among them, because
 * the catalog lists these applications as well.
 */
export function* mailboxesOf(kind: Kind, document: Frozen<object>): Iterable<Mailbox> {
  for (const { pattern, isDecider } of mailboxFields(kind)) {
    for (const { value, path } of valuesAt(document, pattern)) {
      if (typeof value === 'string' && !value.startsWith('person:')) yield { address: value, path, isDecider };
    }
  }
}

/** A field that contains a mailbox. */
export interface MailboxField {
  readonly pattern: readonly string[];
  readonly isDecider: boolean;
}

/** The fields of a kind that contain a mailbox, from the formats in its schema. */
export function mailboxFields(kind: Kind): readonly MailboxField[] {
  const known = cache.get(kind) ?? findMailboxFields(kind);
  cache.set(kind, known);
  return known;
}

const cache = new Map<Kind, readonly MailboxField[]>();

function findMailboxFields(kind: Kind): readonly MailboxField[] {
  return fieldsOf(kind).flatMap(({ pattern, schema }) => {
    const { format } = resolved(schema).schema;
    const isMailbox = format === 'email' || format === 'decider';
    const isInsideApplication = kind === 'Partner' && pattern[0] === 'applications';
    return isMailbox && !isInsideApplication ? [{ pattern, isDecider: format === 'decider' }] : [];
  });
}
