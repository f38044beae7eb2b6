import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LanguageServer, WORKSPACE } from './language-server';

const TIER = [
  '# yaml-language-server: $schema=../../core/model/schemas/tier.schema.json',
  'kind: Tier',
  'name: paid',
  'title: Paid',
  'status: activ',
  'version: 2.0.0',
  'limits: { second: 20, minute: 0 }',
  '',
];

/** The schema mapping in the editor settings of this repository. */
function mappedSchemas(): Record<string, string[]> {
  const settings = JSON.parse(readFileSync(path.join(WORKSPACE, '.vscode/settings.json'), 'utf8'));
  return settings['yaml.schemas'];
}

describe('an editor with the schema line of a document', () => {
  let server: LanguageServer;
  beforeAll(async () => {
    server = await LanguageServer.start();
  });
  afterAll(() => server.stop());

  test('underlines values that their schema or a shared definition does not allow', async () => {
    const found = await server.open('catalog/tiers/squiggle.yaml', TIER.join('\n'));
    expect(found.map(({ range, message }) => [range.start.line, range.start.character, message])).toEqual([
      [4, 8, expect.stringContaining('draft')],
      [6, 30, expect.stringContaining('minimum')],
    ]);
  });

  test('completes a key with its description', async () => {
    const text = [...TIER.slice(0, 4), 'sup'];
    await server.open('catalog/tiers/key.yaml', text.join('\n'));
    const items = await server.complete('catalog/tiers/key.yaml', 4, 3);
    const support = items.find((item) => item.label === 'support');
    expect(JSON.stringify(support?.documentation)).toContain('Support for partners');
  });

  test('does not suggest names of other documents from the examples of the schema', async () => {
    const text = [
      '# yaml-language-server: $schema=../../core/model/schemas/application.schema.json',
      'kind: Application',
      'partner: ',
      'subscriptions:',
      '  - api: ',
      '    tier: ',
      '    scopes: ',
      'credentials: ',
    ];
    await server.open('catalog/partners/names.yaml', text.join('\n'));
    for (const [line, field] of text.entries()) {
      if (!field.endsWith(': ')) continue;
      const items = await server.complete('catalog/partners/names.yaml', line, field.length);
      expect([field, items.map((item) => item.label)]).toEqual([field, []]);
    }
  });

  test('suggests the values of an enumeration', async () => {
    const text = [...TIER.slice(0, 4), 'status: '];
    await server.open('catalog/tiers/value.yaml', text.join('\n'));
    const items = await server.complete('catalog/tiers/value.yaml', 4, 8);
    expect(items.map((item) => item.label)).toEqual(expect.arrayContaining(['draft', 'active', 'archived']));
  });
});

describe('an editor with the mapping of .vscode/settings.json', () => {
  let server: LanguageServer;
  beforeAll(async () => {
    server = await LanguageServer.start({ schemas: mappedSchemas() });
  });
  afterAll(() => server.stop());

  test('selects the schema of a document by its kind', async () => {
    const [first, ...others] = await server.open(
      'catalog/teams/x.yaml',
      'kind: Team\nname: Wrong Name\ntitle: T\nemail: a@b.example\n',
    );
    expect(first?.range.start).toEqual({ line: 1, character: 6 });
    expect(others).toEqual([]);
  });

  test('ignores OpenAPI files', async () => {
    const text = 'openapi: 3.0.3\ninfo: { title: X, version: 1.0.0 }\npaths: {}\n';
    expect(await server.open('catalog/apis/identity/x/x.yaml', text)).not.toEqual([]);
    expect(await server.open('catalog/apis/identity/x/x.openapi.yaml', text)).toEqual([]);
  });
});
