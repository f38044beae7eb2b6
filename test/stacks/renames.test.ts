import { shardOf } from '../../core/desired';
import { catalogOfFiles, edited, type Files, programmeFiles } from '../support/programme';
import { resourcesOf, stacksOf, withoutComments } from '../support/synthesis';

const files = programmeFiles();
const stacks = (from: Files) => resourcesOf(stacksOf(catalogOfFiles(from)));
const base = stacks(files);

/** The differences from the unedited programme: `<stack>/<type>.<name> <attribute>`, or `-` and `+` for removed and added resources. */
function differences(from: Files): readonly string[] {
  const now = stacks(from);
  const found = [...base.keys()].filter((address) => !now.has(address)).map((address) => `- ${address}`);
  for (const [address, attributes] of now) {
    const before = base.get(address);
    if (!before) found.push(`+ ${address}`);
    for (const key of before ? new Set([...Object.keys(before), ...Object.keys(attributes)]) : []) {
      if (JSON.stringify(before?.[key]) !== JSON.stringify(attributes[key])) found.push(`${address} ${key}`);
    }
  }
  return found.sort();
}

const checkout = ['production_partners_0', 'sandbox_partners_2', 'staging_partners_0'];
const usernames = (consumer: string) => checkout.map((stack) => `${stack}/kong-gateway_consumer.${consumer} username`);

/** Renames the partner in its document and in the use case that names it. */
const ZENITH = [
  ['acme-bank.yaml', 'name: acme-bank\n', 'name: zenith\nrenamedFrom: acme-bank\n'],
  ['programme.yaml', 'partner: acme-bank', 'partner: zenith'],
] as const;

describe('with renamedFrom, a rename', () => {
  test('of an application only changes the username of its consumer', () => {
    const renamed = edited(files, ['acme-bank.yaml', '- name: checkout', '- name: pay\n    renamedFrom: checkout']);
    expect(differences(renamed)).toEqual(usernames('acme-bank_checkout'));
    expect(stacks(renamed).get('sandbox_partners_2/kong-gateway_consumer.acme-bank_checkout')?.username).toBe(
      'acme-bank_pay',
    );
  });

  test('of a partner only changes the usernames of its consumers, which remain in the shard of the original name', () => {
    const renamed = edited(files, ...ZENITH);
    expect(differences(renamed)).toEqual(['acme-bank_checkout', 'acme-bank_statements'].flatMap(usernames).sort());
    expect(shardOf('zenith', 3)).not.toBe(shardOf('acme-bank', 3));
    const consumer = stacks(renamed).get('sandbox_partners_2/kong-gateway_consumer.acme-bank_statements');
    expect(consumer?.username).toBe('zenith_statements');
  });

  test('of a partner whose applications are separate documents only changes usernames', () => {
    const renamed = edited(
      files,
      ['other-partners.yaml', '\nname: ada-moreno', '\nname: moreno-labs\nrenamedFrom: ada-moreno'],
      ['other-partners.yaml', 'partner: ada-moreno\nname: side-project', 'partner: moreno-labs\nname: side-project'],
    );
    expect(differences(renamed)).toEqual(['sandbox_partners_0/kong-gateway_consumer.ada-moreno_side-project username']);
  });

  test('of both only changes the usernames', () => {
    const renamed = edited(files, ...ZENITH, [
      'acme-bank.yaml',
      '- name: checkout',
      '- name: till\n    renamedFrom: checkout',
    ]);
    expect(differences(renamed)).toEqual(['acme-bank_checkout', 'acme-bank_statements'].flatMap(usernames).sort());
  });
});

test('without renamedFrom, a rename creates another consumer', () => {
  const renamed = edited(files, ['acme-bank.yaml', '- name: checkout', '- name: pay']);
  expect(differences(renamed)).toEqual(
    expect.arrayContaining([
      '+ sandbox_partners_2/kong-gateway_consumer.acme-bank_pay',
      '- sandbox_partners_2/kong-gateway_consumer.acme-bank_checkout',
    ]),
  );
});

test('moving an application from its partner to a separate document in another file changes nothing', () => {
  const [partner = '', inside = ''] = (files['other-partners.yaml'] ?? '').split('applications:\n');
  const document = inside
    .replace(/^ {2}- name/, '    name')
    .split('\n')
    .map((line) => line.replace(/^ {4}/, ''));
  const moved = {
    ...files,
    'other-partners.yaml': partner,
    'a-first-file.yaml': ['kind: Application', 'partner: night-owl', ...document].join('\n'),
  };
  expect(differences(moved)).toEqual([]);
  const resources = (from: Files) =>
    Object.entries(stacksOf(catalogOfFiles(from))).map(([stack, { resource }]) => [stack, withoutComments(resource)]);
  expect(resources(moved)).toEqual(resources(files));
});

test('renaming a client CA changes nothing', () => {
  const renamed = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replaceAll(/\bpartner-ca\b/g, 'trade-ca')]),
  );
  expect(renamed).not.toEqual(files);
  expect(differences(renamed)).toEqual([]);
});
