import { isTargetUnread, targetsOf, unreadTargetNames } from '../../../../core/model/catalog/targets';
import { loadFiles } from '../../../support/catalog';
import { changed, programme } from '../../checks/catalog/programme';

const catalog = programme();
const { files } = changed([]);
const { 'programme.yaml': text = '', ...others } = files;

test.each([
  ['requirement', ['certification', 'penetration-test']],
  ['level', ['gold']],
  ['badge', ['launch-partner']],
  ['feed', ['reseller-sales']],
  ['ContractTemplate', ['reseller', 'standard']],
] as const)('a reference to a %s can name %j', (to, names) => {
  expect([...targetsOf(catalog, to).keys()].sort()).toEqual(names);
});

test('an entry of the Programme has the position of its key, a document that of its name', () => {
  const position = ({ file, line, path }: { file: string; line: number; path: string }) => `${file}:${line} ${path}`;
  const [entry, document] = [targetsOf(catalog, 'level').get('gold'), targetsOf(catalog, 'Tier').get('paid')];
  expect(entry && position(entry.at())).toBe('catalog/programme.yaml:15 /levels/gold');
  expect(document && position(document.at())).toBe('catalog/tiers/paid.yaml:2 /name');
});

test('a renamed document has its original name, an entry of the Programme has none', () => {
  const renamed = programme([
    ['acme-bank.yaml', 'title: Acme Bank\n', 'title: Acme Bank\nrenamedFrom: acme-savings\n'],
  ]);
  expect(targetsOf(renamed, 'Partner').get('acme-bank')?.renamedFrom).toBe('acme-savings');
  expect(targetsOf(renamed, 'badge').get('launch-partner')?.renamedFrom).toBeUndefined();
});

test('the targets of a catalog are always the same objects', () => {
  expect(targetsOf(catalog, 'requirement')).toBe(targetsOf(catalog, 'requirement'));
});

test('a Programme without a map has no such entries, and every name of them is known not to exist', () => {
  const { catalog: bare } = loadFiles({ ...others, 'programme.yaml': text.replace(/^(badges:.*\n)( .*\n)*/m, '') });
  expect([...targetsOf(bare, 'badge').keys()]).toEqual([]);
  expect(isTargetUnread(bare, 'badge', 'launch-partner')).toBe(false);
});

test.each([
  ['missing', others],
  ['invalid', { ...others, 'programme.yaml': text.replace('currency: EUR', 'currency: euro') }],
  ['not readable', { ...others, 'programme.yaml': text.replace('[en]', '[en') }],
])('no entry is known not to exist if the Programme is %s', (_, changedFiles) => {
  const { catalog: partial } = loadFiles(changedFiles);
  expect(isTargetUnread(partial, 'requirement', 'anything')).toBe(true);
  expect([...targetsOf(partial, 'requirement').keys()]).toEqual([]);
  expect(unreadTargetNames(partial, 'requirement')).toEqual([]);
});

test('a document that could not be read is known by its name', () => {
  const paid = 'kind: Tier\nname: paid\ntitle: Paid\nstatus: active\nversion: two\n';
  const { catalog: partial } = loadFiles({ ...files, 'tiers/paid.yaml': paid });
  expect(isTargetUnread(partial, 'Tier', 'paid')).toBe(true);
  expect(isTargetUnread(partial, 'Tier', 'payed')).toBe(false);
  expect(unreadTargetNames(partial, 'Tier')).toEqual(['paid']);
});
