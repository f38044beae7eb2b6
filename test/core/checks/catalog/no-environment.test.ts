import { checkCatalog } from '../../../../core/checks/check-catalog';
import { loadFiles } from '../../../support/catalog';
import { AS_OF } from './programme';

const TEAM = 'kind: Team\nname: identity-apis\ntitle: Identity APIs\nemail: identity@operator.example\n';

const found = (files: Readonly<Record<string, string>>) =>
  checkCatalog(loadFiles(files).catalog, AS_OF)
    .filter(({ code }) => code === 'no-environment')
    .map(({ severity, code, at }) => `${severity} ${code} ${at.file}:${at.line}`);

test('documents without an environment are an error, told once, at the first of them', () => {
  const other = TEAM.replace('identity-apis', 'billing-apis');
  expect(found({ 'b.yaml': TEAM, 'a.yaml': `# Teams\n${other}` })).toEqual(['error no-environment catalog/a.yaml:2']);
});

test.each([
  ['no document at all, which has a finding of its own', {}],
  ['an environment in which something is wrong', { 'a.yaml': TEAM, 'b.yaml': 'kind: Environment\nname: sandbox\n' }],
  ['a file that cannot be read', { 'a.yaml': TEAM, 'b.yaml': 'kind: "Environment\n' }],
])('nothing is said of %s', (_, files) => {
  expect(found(files as Readonly<Record<string, string>>)).toEqual([]);
});
