import { KINDS } from '../../../../core/model';
import { mailboxesOf, mailboxFields } from '../../../../core/model/mailboxes';

const MAILBOXES = KINDS.flatMap((kind) =>
  mailboxFields(kind).map(
    ({ pattern, isDecider }) => `${kind}: ${pattern.join('/')}${isDecider ? ' (or a person: reference)' : ''}`,
  ),
);

test('every mailbox in a catalog is that of a contact, a team or a decider', () => {
  expect(MAILBOXES).toEqual([
    'Programme: contacts/*/email',
    'Tier: price/items/{*}/approvedBy (or a person: reference)',
    'Partner: contacts/*/email',
    'Partner: contract/accepted/by (or a person: reference)',
    'Partner: contract/deviations/*/price/{*}/approvedBy (or a person: reference)',
    'Partner: contract/deviations/*/approvedBy (or a person: reference)',
    'Partner: approval/by (or a person: reference)',
    'Partner: suspended/by (or a person: reference)',
    'Partner: evidence/*/confirmedBy (or a person: reference)',
    'Application: approval/by (or a person: reference)',
    'Application: suspended/by (or a person: reference)',
    'Application: subscriptions/*/approval/by (or a person: reference)',
    'Team: email',
  ]);
});

test('mailboxes are found in lists, and references to persons are not mailboxes', () => {
  const partner = {
    contacts: [{ email: 'api@acme.example' }, { email: 'legal@acme.example' }],
    approval: { by: 'person:7f3c9a' },
    suspended: { by: 'security@operator.example' },
    applications: [{ approval: { by: 'partners@operator.example' } }],
  };
  expect([...mailboxesOf('Partner', partner)]).toEqual([
    { address: 'api@acme.example', path: ['contacts', 0, 'email'], isDecider: false },
    { address: 'legal@acme.example', path: ['contacts', 1, 'email'], isDecider: false },
    { address: 'security@operator.example', path: ['suspended', 'by'], isDecider: true },
  ]);
});
