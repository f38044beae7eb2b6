import { loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { AS_OF } from './programme';

const TEAM = 'kind: Team\nname: identity-apis\ntitle: Identity APIs\nemail: identity@operator.example\n';

const found = (files: Readonly<Record<string, string>>) =>
  checkCatalog(loadFiles(files).catalog, AS_OF)
    .filter(({ code }) => code === 'no-environment')
    .map(({ severity, code, at }) => `${severity} ${code} ${at.file}:${at.line}`);

test('reports documents without an environment once, at the first of them', () => {
  const other = TEAM.replace('identity-apis', 'billing-apis');
  expect(found({ 'b.yaml': TEAM, 'a.yaml': `# Teams\n${other}` })).toEqual(['error no-environment catalog/a.yaml:2']);
});

test.each([
  ['a catalog without documents, which another check reports', {}],
  ['an invalid environment', { 'a.yaml': TEAM, 'b.yaml': 'kind: Environment\nname: sandbox\n' }],
  ['a file that cannot be read', { 'a.yaml': TEAM, 'b.yaml': 'kind: "Environment\n' }],
])('does not report %s', (_, files) => {
  expect(found(files as Readonly<Record<string, string>>)).toEqual([]);
});
