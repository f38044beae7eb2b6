/** Mailboxes in documents: where they are, and whether they look like those of roles. */
export { isRoleMailbox, type MailboxNames, mailboxNames } from './is-role-mailbox';
export { type Mailbox, type MailboxField, mailboxesOf, mailboxFields } from './mailboxes-of';
