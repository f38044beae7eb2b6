import { isRoleMailbox, mailboxNames } from '../../../../core/model';

const KNOWN = mailboxNames(['identity-apis', 'acme-bank', 'sim-swap', 'checkout', 'location', 'ab-lab']);

const ROLES = [
  'security',
  'legal',
  'api',
  'billing',
  'invoices',
  'support',
  'noc',
  'soc',
  'dpo',
  'privacy',
  'partners',
  'finance',
  'developers',
  'operations',
  'office',
  'info',
  'contact',
  'help',
  'channels',
  'it',
  'hr',
  'Security',
  'LEGAL',
  'api-platform',
  'partner.success',
  'customer_service',
  'team-a',
  'it-support.es',
  'eu.billing.acme',
  'acme-fraud-team',
  'helpdesk',
  'apisupport',
  'platformteam',
  'noc24',
  'support2',
  '24x7-support',
  'support+acme',
  'buchhaltung',
  'datenschutz',
  'büro',
  'buero',
  'geschäftsführung',
  'facturación',
  'atención.clientes',
  'ventas',
  'sécurité',
  'comptabilité',
  'segurança',
  'ufficio.legale',
  'fatture',
  'boekhouding',
  'försäljning',
  'økonomi',
  'księgowość',
  'tietosuoja',
  // Names of the catalog, and their words.
  'identity-apis',
  'identity',
  'acme',
  'acmebank',
  'sim-swap.alerts',
  'checkout',
  'location',
];

const PERSONS = [
  'jane.doe',
  'j.doe',
  'jdoe',
  'doe',
  'jane',
  'Jane.Doe',
  'jane_doe',
  'jane-doe',
  'doej',
  'jane.doe2',
  'jane87',
  'maria.lopez',
  'maría.lópez',
  'm.lopez.garcia',
  'jan.de.vries',
  'jürgen.müller',
  'søren.sørensen',
  'zofia.wójcik',
  'o.brien',
  'xavier',
  'grant.chase',
  'mark.law',
  'page',
  'marit.price',
  'prit',
  // A tag is not part of the mailbox.
  'jane.doe+security',
  'jane+api',
  // Too short to be a word of a known name.
  'ab.smith',
  // The word is inside another one.
  'apicella',
  'support3r',
  '+security+jane',
  '4711',
  '李雷',
];

test.each(ROLES)('%s@ looks like the mailbox of a role', (local) => {
  expect(isRoleMailbox(`${local}@acme.example`, KNOWN)).toBe(true);
});

test.each(PERSONS)('%s@ does not look like the mailbox of a role', (local) => {
  expect(isRoleMailbox(`${local}@acme.example`, KNOWN)).toBe(false);
});

test('the domain of a mailbox does not matter', () => {
  expect(isRoleMailbox('jane.doe@security.example', KNOWN)).toBe(false);
});

test('the names of a catalog decide about names that are no role words', () => {
  expect(isRoleMailbox('parcel-wren@connect-hub.example', KNOWN)).toBe(false);
  expect(isRoleMailbox('parcel-wren@connect-hub.example', mailboxNames(['parcel-wren']))).toBe(true);
});
