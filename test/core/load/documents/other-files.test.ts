import { loadCatalog, MemorySource } from '../../../../core/load';
import { MAX_DOCUMENT_BYTES } from '../../../../core/load/yaml/bounds';
import { loadFiles } from '../../../support/catalog';

const TEAM = 'kind: Team\nname: t\ntitle: T\nemail: t@x.example\n';
const AWS = `AKIA${'ABCDEFGH12345678'}`;
const JWT = ['eyJhbGciOiJFUzI1NiJ9', 'eyJzdWIiOiJhY21lIn0', 'c2lnbmF0dXJl'].join('.');
const OPENAPI_JSON = (example: string) =>
  JSON.stringify({ openapi: '3.0.3', info: { title: 'A', version: '1.0.0', description: example }, paths: {} });
const KEY = ['-----BEGIN PRIVATE KEY-----', 'TUlJQmFkZmFrZQ==', '-----END PRIVATE KEY-----'].join('\n');

/** What is found next to a team: `code file line:column message`. No text that can be shown holds one of the secrets. */
function found(files: Readonly<Record<string, string | Uint8Array>>, ...secrets: readonly string[]): readonly string[] {
  const { findings, texts } = loadFiles({ 'team.yaml': TEAM, ...files });
  const shown = [...texts.values(), ...findings.map(({ message, hint }) => `${message} ${hint}`)].join('\n');
  for (const secret of secrets) expect(shown).not.toContain(secret);
  return findings.map(({ code, at, message }) => `${code} ${at.file} ${at.line}:${at.column} ${message.split(';')[0]}`);
}

const secret = (place: string, what: string) => [
  `secret-in-catalog catalog/${place} ${what} is in the catalog, which must not contain secrets`,
];

describe('a secret is found in a file without documents:', () => {
  test.each([
    ['a settings file', 'prod.env', `A=1\nAWS_KEY=${AWS}\n`, '2:9', 'AWS access key'],
    ['a key file', 'client.key', KEY, '1:1', 'private key'],
    ['JSON with a secret in a known format', 'data.json', `{\n  "x": "${AWS}"\n}`, '2:9', 'AWS access key'],
    [
      'JSON with a key that names a secret',
      'data.json',
      '{ "client_secret": "hunter2" }',
      '1:21',
      "value of 'client_secret'",
    ],
    [
      'JSON, by a name with escapes',
      'a.json',
      '{ "client_s\\u0065cret": "hunter2" }',
      '1:26',
      "value of 'client_secret'",
    ],
    ['a key in JSON', 'sa.json', JSON.stringify({ private_key: KEY }), '1:17', 'private key'],
    ['TypeScript with a secret in a known format', 'util.ts', `const a = '${AWS}';\n`, '1:12', 'AWS access key'],
    [
      'TypeScript with a variable that names a secret',
      'util.ts',
      "const dbPassword = 'hunter2';\n",
      '1:21',
      "value of 'dbPassword'",
    ],
    ['an address with a query', 'data.json', '{ "token": "https://x.example/?t=a1" }', '1:13', "value of 'token'"],
    ['a comment of TypeScript', 'util.ts', "// password: 'hunter2'\n", '1:15', "value of 'password'"],
    ['a member in TypeScript', 'util.ts', 'export const x = { apiKey: "hunter2" };\n', '1:29', "value of 'apiKey'"],
    ['documentation', 'README.md', `Use ${AWS}.\n`, '1:5', 'AWS access key'],
    ['an OpenAPI file in JSON', 'openapi.json', OPENAPI_JSON(AWS), '1:73', 'AWS access key'],
  ])('%s', (_, name, text, at, what) => {
    expect(found({ [name]: text }, AWS, 'hunter2', 'TUlJQmFkZmFrZQ')).toEqual(secret(`${name} ${at}`, what));
  });

  test('a key store with a known file extension', () => {
    expect(found({ 'client.p12': new Uint8Array([0x30, 0, 0]) })).toEqual(secret('client.p12 1:1', 'key store'));
  });

  test('a text in UTF-16', () => {
    expect(found({ 'notes.txt': Buffer.from(`\ufeff${AWS}`, 'utf16le') })).toEqual(
      secret('notes.txt 1:1', 'AWS access key'),
    );
  });

  test('a YAML file that is too large for a document', () => {
    const text = `openapi: 3.0.3\n${'# x\n'.repeat(MAX_DOCUMENT_BYTES / 4)}# ${AWS}\n`;
    expect(found({ 'large.yaml': text }, AWS)).toContain(
      secret(`large.yaml ${text.split('\n').length - 1}:3`, 'AWS access key')[0],
    );
  });

  test('a file that is larger than any file with a secret, which is reported instead of searched', () => {
    const { findings } = loadFiles({ 'team.yaml': TEAM, 'text.txt': new Uint8Array(64 * 1024 * 1024 + 1) });
    expect(findings.map(({ code }) => code)).toEqual(['file-too-large']);
  });
});

describe('no secret is found in a file without documents:', () => {
  test.each([
    [
      'a program that reads its secret',
      'util.ts',
      'const token = process.env.API_TOKEN1 ?? "";\nconst password = base64url(x1);\n',
    ],
    ['a program that names a token policy', 'util.ts', "policies: { token: 'operator-idp', errors: 'x' }\n"],
    ['a program with a vault reference', 'util.ts', "password: '{vault://env/redis-password}',\n"],
    [
      'a program that puts a header together',
      'util.ts',
      `const authorization = 'Bearer ' + x;\nconst token = \`\${a}.\${b}\`;\n`,
    ],
    ['the version of a package', 'package.json', '{ "dependencies": { "js-tokens": "^4.0.0", "x-token": "1.2.x" } }'],
    [
      'the name of a resource',
      'data.json',
      '{ "UserChangePassword": "arn:aws:iam::aws:policy/IAMUserChangePassword" }',
    ],
    ['an address', 'data.json', '{ "token": "https://idp.example/token" }'],
    ['a JSON Schema', 'a.schema.json', '{ "properties": { "password": { "type": "string" } } }'],
    ['an example of a token in an OpenAPI file', 'openapi.json', OPENAPI_JSON(`Bearer ${JWT}`)],
    ['an example under a name in an OpenAPI file', 'openapi.json', OPENAPI_JSON('"password": "hunter2"')],
    ['an example of a token in documentation', 'README.md', `Authorization: Bearer ${JWT}\n`],
    ['a placeholder', 'data.json', '{ "client_secret": "<secret>", "password": "hunt…" }'],
    ['a picture', 'logo.png', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), Buffer.from(AWS)])],
  ])('%s', (_, name, content) => {
    expect(found({ [name]: content })).toEqual([]);
  });

  test('a file that an Api names as its OpenAPI file, for examples', () => {
    const files = {
      'a.yaml': 'kind: Api\nname: a\nopenapi: ./definition\n',
      definition: `# Bearer ${JWT}\nopenapi: 3.0.3\n`,
    };
    expect(found(files).filter((one) => one.startsWith('secret'))).toEqual([]);
  });
});

test('reports a secret in a program once, at its position in the text', () => {
  const source = "export default defineTeam({ name: 't', labels: { password: 'hunter2' } });\n";
  const at = { file: 'catalog/gatewright.catalog.ts', line: 1, column: 16, path: '', length: 10 };
  const document = { kind: 'Team', name: 'u', title: 'U', email: 'u@x.example', labels: { password: 'hunter2' } };
  const { findings } = loadCatalog(new MemorySource({ 'gatewright.catalog.ts': source }), {
    documents: [{ document: document as never, at }],
  });
  expect(findings.map(({ code, at: { line, column } }) => `${code} ${line}:${column}`)).toEqual([
    'secret-in-catalog 1:61',
  ]);
});
