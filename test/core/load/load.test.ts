import { brief, loadFiles, loadText, OPENAPI } from '../../support/catalog';

const TEAM = 'kind: Team\nname: identity-apis\ntitle: Identity APIs\nemail: identity@operator.example\n';

test('reports every problem of every file at once, with its position', () => {
  const { findings } = loadFiles({
    'teams/b.yaml': `${TEAM}emial: x\n`,
    'tiers/a.yaml':
      'kind: Tier\nname: Paid\nstatus: actve\nversion: 2.10\nlimits: { second: 0 }\nrequires: [a, b, a]\n---\nkind: Teir\nname: free\n',
  });
  expect(brief(findings)).toEqual([
    "catalog/teams/b.yaml:5:1 unknown-field field 'emial' is unknown in Team",
    "catalog/tiers/a.yaml:1:1 missing-field Tier lacks the field 'title'",
    "catalog/tiers/a.yaml:2:7 malformed-value 'name' is 'Paid'; it must be a name: lower-case words joined by single hyphens",
    "catalog/tiers/a.yaml:3:9 not-allowed-value 'status' is 'actve'; allowed values are: draft, active, archived",
    "catalog/tiers/a.yaml:4:10 wrong-type 'version' is the number 2.10; it must be a string",
    "catalog/tiers/a.yaml:5:19 out-of-range 'second' is 0; it must be at least 1 and at most 1000000000000",
    "catalog/tiers/a.yaml:6:18 duplicate-item item 3 of 'requires' is the same as item 1",
    "catalog/tiers/a.yaml:8:7 unknown-kind kind 'Teir' does not exist",
  ]);
});

test('a valid document is in the catalog and has positions', () => {
  const { catalog, findings, counts } = loadFiles({ 'teams.yaml': `# teams\n${TEAM}` });
  expect(findings).toEqual([]);
  expect(counts).toEqual({ files: 1, documents: 1 });
  const team = catalog.teams.get('identity-apis');
  expect(team?.value).toMatchObject({ title: 'Identity APIs' });
  expect(team?.at()).toEqual({ file: 'catalog/teams.yaml', line: 3, column: 7, length: 13, path: '/name' });
  expect(team?.at(['email'])).toMatchObject({ line: 5, column: 8 });
  expect(team?.at(['email'], 'key')).toMatchObject({ line: 5, column: 1, length: 5 });
});

test('reports the second of two documents with one kind and name, with the position of the first', () => {
  const { catalog, findings } = loadFiles({ 'a.yaml': TEAM, 'b.yaml': TEAM });
  expect(brief(findings)).toEqual([
    "catalog/b.yaml:2:7 duplicate-name Team 'identity-apis' is already defined at catalog/a.yaml:2",
  ]);
  expect(catalog.teams.size).toBe(1);
});

test('an API definition is not a document of the catalog', () => {
  const { findings, counts } = loadFiles({ 'openapi.yaml': OPENAPI, 'team.yaml': TEAM });
  expect(findings).toEqual([]);
  expect(counts).toEqual({ files: 2, documents: 1 });
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['no file', {}],
  ['an API definition', { 'openapi.yaml': OPENAPI }],
  ['files of another kind', { 'README.md': '# x' }],
])('a catalog of %s is empty, which is an error at its folder', (_, files) => {
  expect(brief(loadFiles(files).findings)).toEqual([
    "catalog:1:1 empty-catalog folder 'catalog' contains no documents",
  ]);
});

test('reports a file with only a comment at that file', () => {
  expect(brief(loadFiles({ 'a.yaml': '# nothing yet\n' }).findings)).toEqual([
    'catalog/a.yaml:1:1 empty-file file contains no document, only comments',
  ]);
});

test('does not report a catalog with only invalid documents as empty', () => {
  expect(loadFiles({ 'a.yaml': 'kind: [' }).findings.map(({ code }) => code)).toEqual(['yaml-syntax']);
});

test('ignores empty documents', () => {
  const { findings, counts } = loadText(`---\n# nothing\n---\n${TEAM}---\n`);
  expect(findings).toEqual([]);
  expect(counts.documents).toBe(1);
});
