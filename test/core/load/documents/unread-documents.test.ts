import { KINDS } from '../../../../core/model';
import { KIND_SCHEMAS } from '../../../../core/model/schemas';
import { brief, loadFiles, OPENAPI } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';

const TEAM = 'kind: Team\nname: t\ntitle: T\nemail: t@x.example\n';
const API = 'name: sim-swap\ntitle: SIM Swap\nopenapi: ./openapi.yaml\nbasePath: /sim-swap\nlifecycle: published\n';

/** What is found in files next to a team and an OpenAPI file: `code line:column message; hint`. */
function found(files: Readonly<Record<string, string | Uint8Array>>): readonly string[] {
  return loadFiles({ 'team.yaml': TEAM, 'openapi.yaml': OPENAPI, ...files }).findings.map(
    ({ code, message, hint, at }) => `${code} ${at.file} ${at.line}:${at.column} ${message}; ${hint}`,
  );
}

describe('a document without its kind', () => {
  test.each(['Kind', 'KIND', 'kInd', 'kind '])("that writes '%s' is reported at that key", (key) => {
    for (const document of [API, TEAM.replace('kind: Team\n', '')]) {
      const text = `${document}"${key}": Team\n`;
      const line = text.split('\n').length - 1;
      expect(found({ 'a.yaml': text })).toEqual([
        `missing-kind catalog/a.yaml ${line}:1 document has no 'kind', but a key '${key}'; write the key in lower case: 'kind: Team'`,
      ]);
    }
  });

  test('whose key contains an invisible character has only that finding', () => {
    expect(found({ 'a.yaml': TEAM.replace('kind', 'k\u200bind') })).toEqual([
      'invalid-character catalog/a.yaml 1:1 text contains the invisible character U+200B; remove it',
    ]);
  });

  test('that names an OpenAPI file is not taken for one', () => {
    expect(found({ 'a.yaml': API })).toEqual([
      expect.stringMatching(
        /^missing-kind catalog\/a\.yaml 1:1 document has no 'kind'; add 'kind: Api' if that is what it is; kinds are: /,
      ),
    ]);
    for (const openapi of ['3.1.yaml', './3.0.3', '../3.0', 'latest', '{ x: 1 }', '[3]'])
      expect(found({ 'a.yaml': API.replace('./openapi.yaml', openapi) })).toHaveLength(1);
  });

  // A RateLimitPolicy has no field that a Tier has not.
  test.each(KINDS.filter((kind) => kind !== 'RateLimitPolicy'))('of kind %s is recognised by its fields', (kind) => {
    const { kind: _, ...example } = (KIND_SCHEMAS[kind].examples?.[0] ?? {}) as Record<string, unknown>;
    const [first = ''] = found({ 'a.yaml': JSON.stringify(example) });
    expect(first).toContain(`add 'kind: ${kind}'`);
  });

  test('that has only fields of many kinds has no suggestion', () => {
    expect(found({ 'a.yaml': 'name: a\ntitle: A\n' })[0]).toContain("; add 'kind: …'; kinds are: ");
  });

  test.each([
    'openapi: 3.0.3\ninfo: {}\n',
    'openapi: 3.2.0\npaths: {}\n',
    "swagger: '2.0'\ninfo: {}\n",
    'openapi: 3\n',
    'openapi: 3.1\nwebhooks: {}\n',
    'openapi: 3.1.0-rc1\n',
    'openapi:\ninfo: {}\n',
    'openapi: three\npaths: {}\n',
    'openapi: { x: 1 }\npaths: {}\n',
  ])('is an API definition, %j', (text) => {
    expect(found({ 'a.yaml': text }).filter((one) => one.startsWith('missing-kind'))).toEqual([]);
  });

  test('prevents findings about names that it may define', () => {
    const { catalog } = loadFiles({
      'a.yaml': TEAM.replace('kind', 'Kind'),
      'tier.yaml': 'kind: Tier\nname: free\ntitle: F\nstatus: draft\nversion: 1.0.0\nlimits: { second: 1 }\nowner: t\n',
    });
    expect(brief(checkCatalog(catalog, '2026-11-21')).filter((one) => one.includes('unknown-reference'))).toEqual([]);
  });

  test('that is a Kubernetes manifest has one finding', () => {
    const KUBERNETES = 'apiVersion: v1\nkind: Team\nmetadata: { name: t }\nspec: { title: T }\n';
    for (const text of [KUBERNETES, KUBERNETES.replace('Team', 'ConfigMap'), 'apiVersion: v1\n'])
      expect(found({ 'a.yaml': text })).toEqual([
        expect.stringMatching(/^unknown-kind catalog\/a\.yaml 1:1 document looks like a Kubernetes resource/),
      ]);
  });

  test('that is a list of documents has a hint on how to split it', () => {
    expect(found({ 'a.yaml': `- ${TEAM.trim().replaceAll('\n', '\n  ')}\n` })).toEqual([
      "missing-kind catalog/a.yaml 1:1 document is a list; it must be a map with 'kind' and 'name'; make each item a document: remove the '- ' before it, and write '---' on a line between two documents",
    ]);
  });
});

describe('text after the end of a document', () => {
  const SECOND = TEAM.replace('name: t', 'name: u');

  test.each([
    ['a document', `${TEAM}...\n${SECOND}`],
    ['a document after its marker', `${TEAM}...\n---\n${SECOND}`],
    ['a document after a comment', `${TEAM}... # end\n# next\n${SECOND}`],
  ])('is read if it is %s', (_, text) => {
    const { catalog, findings } = loadFiles({ 'a.yaml': text });
    expect(findings).toEqual([]);
    expect([...catalog.teams.keys()]).toEqual(['t', 'u']);
  });

  test('is reported if it is not a document', () => {
    expect(found({ 'a.yaml': `${SECOND}...\nname: v\n` })).toEqual([expect.stringMatching(/^missing-kind .* 6:1 /)]);
    expect(found({ 'a.yaml': `${SECOND}...\nleft over\n` })).toEqual([expect.stringMatching(/^missing-kind .* 6:1 /)]);
  });
});

describe('a file without documents', () => {
  test.each([
    ['with nothing in it', '', ''],
    ['with a line', '\n', ''],
    ['with comments only', '# kind: Team\n# name: u\n', ', only comments'],
    ['with an empty document', '---\n...\n', ''],
    ['with two', '---\n---\n', ''],
    ['with null', '~\n', ''],
  ])('%s is an error', (_, text, what) => {
    expect(found({ 'a.yaml': text })).toEqual([
      `empty-file catalog/a.yaml 1:1 file contains no document${what}; delete it, or write a document into it, with 'kind:' and 'name:'`,
    ]);
  });

  test('may have contained documents to which others refer, so those references are not reported', () => {
    expect(loadFiles({ 'a.yaml': '# gone\n' }).catalog.unread?.has('*')).toBe(true);
  });

  test('is fine between documents and around one', () => {
    expect(found({ 'a.yaml': `# licence\n---\n${TEAM.replace('name: t', 'name: u')}---\n# end\n` })).toEqual([]);
  });

  test('that an Api names has the finding of that reference only', () => {
    expect(found({ 'a.yaml': `kind: Api\n${API.replace('openapi.yaml', 'b.yaml')}`, 'b.yaml': '' })).toEqual([
      expect.stringMatching(/^missing-field /),
      expect.stringMatching(/^invalid-openapi-file |^empty-file /),
    ]);
  });
});

describe('a document in a file that is not read', () => {
  const JSON_TEAM = JSON.stringify({ kind: 'Team', name: 'u', title: 'U', email: 'u@x.example' }, null, '\t');

  test.each([
    ['partners.json', JSON_TEAM],
    ['partners.json', `[${JSON_TEAM}]`],
    ['partners.JSON', JSON_TEAM],
    ['partners.yam', TEAM],
    ['partners.ymal', TEAM],
    ['partners.yaml.txt', TEAM],
    ['partners.txt', `# teams\n\n---\n${TEAM}`],
    ['partners', `name: x\n${TEAM}`],
  ])('is an error: %s', (name, text) => {
    const [only, ...more] = found({ [name]: text });
    expect(only).toMatch(
      new RegExp(`^misplaced-document catalog/${name.replaceAll('.', '\\.')} 1:1 file contains a document`),
    );
    expect(only).toContain("rename it to 'partners.yaml'");
    expect(more).toEqual([]);
  });

  test('is read after the file is renamed as the hint suggests', () => {
    const { catalog, findings } = loadFiles({ 'partners.yaml': JSON_TEAM });
    expect(brief(findings)).toEqual([]);
    expect(catalog.teams.has('u')).toBe(true);
  });

  test.each([
    ['README.md', `# Teams\n\n${TEAM}`],
    ['package.json', '{ "name": "x", "kind": "library" }'],
    ['openapi.json', '{ "openapi": "3.0.3", "info": { "kind": "Team" } }'],
    ['broken.json', '{ "kind": "Team"'],
    ['notes.txt', `Write it like this:\n${TEAM}`],
    ['old.yaml.bak', TEAM],
    ['tiers.YAML', TEAM.replace('name: t', 'name: u')],
    ['tiers.yml', TEAM.replace('name: t', 'name: u')],
  ])('is not reported in %s', (name, text) => {
    expect(found({ [name]: text })).toEqual([]);
  });

  test('prevents findings about names that it may define', () => {
    expect(loadFiles({ 'team.yaml': TEAM, 'a.json': JSON_TEAM }).catalog.unread?.has('*')).toBe(true);
  });
});
