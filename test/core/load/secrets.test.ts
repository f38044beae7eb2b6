import { KIND_SCHEMAS, SHARED_SCHEMAS } from '../../../core/model/schemas';
import { namesSecret, redact, secretsIn } from '../../../core/model/secrets';
import { brief, loadFiles, loadText, OPENAPI } from '../../support/catalog';

// Made up here, in pieces, so that no scanner takes this file for a leak.
const JWT = ['eyJhbGciOiJFUzI1NiJ9', 'eyJzdWIiOiJhY21lIn0', 'c2lnbmF0dXJl'].join('.');
const PEM = (label: string) => `-----BEGIN ${label}-----\nTUlJQmFkZmFrZQ==\nbW9yZQ==\n-----END ${label}-----`;
const SECRETS: readonly (readonly [what: string, text: string])[] = [
  ['private key', PEM('PRIVATE KEY')],
  ['private key', PEM('RSA PRIVATE KEY')],
  ['private key', PEM('ENCRYPTED PRIVATE KEY')],
  ['private key', PEM('OPENSSH PRIVATE KEY')],
  ['private key', PEM('PGP PRIVATE KEY BLOCK')],
  ['token', JWT],
  ['AWS access key', `AKIA${'ABCDEFGH12345678'}`],
  ['GitHub token', `ghp_${'a1B2'.repeat(9)}`],
  ['GitLab token', `glpat-${'a1B2'.repeat(5)}`],
  ['Slack token', `xoxb-${'1234567890'}-abc`],
  ['Google API key', `AIza${'a1B2c'.repeat(7)}`],
  ['Stripe key', `sk_live_${'a1B2'.repeat(5)}`],
  ['npm token', `npm_${'a1B2'.repeat(9)}`],
  ['Vault token', `hvs.${'a1B2'.repeat(6)}`],
  ['Kong token', `kpat_${'a1B2'.repeat(6)}`],
  ['password in an address', 'https://user:hunter2@api.example/x'],
  ['password in an address', 'postgres://u:hunter2@db/x'],
  ['password in an address', 'redis://:hunter2@redis:6379'],
  ['Authorization header', 'Bearer abcdefghijklmnop1234'],
  ['Authorization header', 'Basic dXNlcjpodW50ZXIy'],
  ['secret in text', 'password=hunter2'],
  ['secret in text', 'https://idp.example/jwks?x=y&api_key=a1b2c3d4'],
  ['secret in text', 'DB_PASSWORD=correcthorse'],
  ['secret in text', 'apiKey=abcdef'],
  ['secret in text', 'https://portal.example/list?accessToken=abcdefgh'],
  ['secret in text', 'db_password = hunter2hunter2'],
  ['secret in text', 'Server=db;User Id=sa;Pwd=hunter2;'],
  ['private key', PEM('DSA PRIVATE KEY')],
  ['private key', PEM('RSA PRIVATE KEY').replaceAll('\n', '\\n')],
  ['private key', `---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nUDIvc2FtcGxl\n---- END SSH2 ENCRYPTED PRIVATE KEY ----`],
  ['private key', `MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${'a1B2'.repeat(8)}`],
  ['private key', `MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0w${'a1B2'.repeat(8)}`],
  ['private key', `MIIEpAIBAAKCAQEA${'a1B2'.repeat(8)}`],
  ['private key', `MHcCAQEEI${'a1B2'.repeat(14)}`],
  ['private key', `MC4CAQAwBQYDK2VwBCIEI${'a1B2'.repeat(10)}abc`],
  ['private key', Buffer.from(PEM('PRIVATE KEY')).toString('base64')],
  ['private key', `Private-Lines: 1\n${'a1B2'.repeat(8)}`],
  ['private part of a key', `{"kty":"EC","x":"abc","d":"${'a1B2'.repeat(6)}"}`],
  ['private part of a key', `{ d: '${'a1B2'.repeat(6)}', kty: 'EC' }`],
  ['AWS access key', `ASIA${'ABCDEFGH12345678'}`],
  ['AWS secret key', `aws_secret_access_key = ${'a1B2/'.repeat(8)}`],
  ['AWS secret key', `AWS_SECRET_ACCESS_KEY=${'a1B2/'.repeat(8)}`],
  ['AWS secret key', `"SecretAccessKey": "${'a1B2/'.repeat(8)}"`],
  ['AWS session token', `aws_session_token=${'a1B2/'.repeat(25)}`],
  ['Azure account key', `AccountName=x;AccountKey=${'a1B2'.repeat(21)}ab==;EndpointSuffix=core.windows.net`],
  ['Azure account key', `Endpoint=sb://x/;SharedAccessKey=${'a1B2'.repeat(10)}abc=`],
  ['shared access signature', `https://x.blob.core.windows.net/c?sv=2022-11-02&sig=${'a1B2'.repeat(10)}abc%3D`],
  ['Azure client secret', `abc8Q~${'a1B2'.repeat(8)}`],
  ['signed address', `https://b.s3.amazonaws.com/x?X-Amz-Signature=${'a1b2'.repeat(16)}`],
  ['Slack webhook', `https://hooks.slack.com/services/${'T0123ABCD'}/B0123ABCD/${'a1B2'.repeat(6)}`],
  ['Slack webhook', `https://hooks.slack.com/workflows/${'T0123ABCD'}/A0123ABCD/123456/${'a1B2'.repeat(6)}`],
  ['Slack token', `xapp-1-A0123-${'a1b2'.repeat(8)}`],
  ['Discord webhook', `https://discord.com/api/webhooks/${'123456789012345678'}/${'a1B2'.repeat(17)}`],
  [
    'Teams webhook',
    `https://x.webhook.office.com/webhookb2/${'a1b2'.repeat(8)}@${'a1b2'.repeat(8)}/IncomingWebhook/${'a1b2'.repeat(8)}/${'a1b2'.repeat(8)}`,
  ],
  ['API key', `sk-${'a1B2'.repeat(12)}`],
  ['API key', `sk-proj-${'a1B2'.repeat(12)}`],
  ['API key', `sk-ant-api03-${'a1B2'.repeat(12)}-AA`],
  ['API key', `sk-${'a1b2'.repeat(8)}`],
  ['SendGrid key', `SG.${'a1B2'.repeat(5)}xy.${'a1B2'.repeat(10)}xyz`],
  ['Mailgun key', `key-${'a1b2'.repeat(8)}`],
  ['Mailchimp key', `${'a1b2'.repeat(8)}-us12`],
  ['DigitalOcean token', `dop_v1_${'a1b2'.repeat(16)}`],
  ['GitHub token', `ghs_${'a1B2'.repeat(9)}`],
  ['GitHub token', `github_pat_${'a1B2'.repeat(10)}`],
  ['GitLab token', `glrt-${'a1B2'.repeat(5)}`],
  ['PyPI token', `pypi-AgEIcHlwaS5vcmc${'a1B2'.repeat(15)}`],
  ['RubyGems token', `rubygems_${'a1b2'.repeat(12)}`],
  ['Docker token', `dckr_pat_${'a1B2'.repeat(7)}`],
  ['Google client secret', `GOCSPX-${'a1B2'.repeat(7)}`],
  ['Google access token', `ya29.${'a1B2'.repeat(10)}`],
  ['Stripe key', `rk_test_${'a1B2'.repeat(6)}`],
  ['Stripe webhook secret', `whsec_${'a1B2'.repeat(8)}`],
  ['Twilio key', `SK${'a1b2'.repeat(8)}`],
  ['HCP Terraform token', `${'a1B2c3D4e5F6g7'}.atlasv1.${'a1B2'.repeat(16)}`],
  ['Hugging Face token', `hf_${'a1B2'.repeat(8)}xy`],
  ['Databricks token', `dapi${'a1b2'.repeat(8)}`],
  ['Shopify token', `shpat_${'a1b2'.repeat(8)}`],
  ['Square token', `sq0atp-${'a1B2'.repeat(6)}`],
  ['Linear key', `lin_api_${'a1B2'.repeat(10)}`],
  ['Atlassian token', `ATATT3x${'a1B2'.repeat(16)}`],
  ['Grafana token', `glsa_${'a1B2'.repeat(8)}_0123abcd`],
  ['New Relic key', `NRAK-${'A1B2C3D4E5F6G7H8I9J0K1L2M3N'}`],
  ['Dynatrace token', `dt0c01.${'A1B2'.repeat(6)}.${'A1B2'.repeat(16)}`],
  ['Sentry token', `sntrys_${'a1B2'.repeat(12)}`],
  ['Postman key', `PMAK-${'a1b2'.repeat(6)}-${'a1b2'.repeat(8)}ab`],
  ['Notion token', `ntn_${'a1B2'.repeat(11)}`],
  ['Figma token', `figd_${'a1B2'.repeat(10)}`],
  ['Supabase token', `sbp_${'a1b2'.repeat(10)}`],
  ['PlanetScale token', `pscale_tkn_${'a1B2'.repeat(10)}`],
  ['Doppler token', `dp.pt.${'a1B2'.repeat(10)}`],
  ['1Password token', `ops_eyJ${'a1B2'.repeat(16)}`],
  ['Telegram bot token', `123456789:AA${'a1B2'.repeat(8)}x`],
  ['age key', `AGE-SECRET-KEY-1${'A1B2C3D4E5F6G7H8J9K0L1M2N3P4Q5R6S7T8U9V0W1X2Y3Z4A5B6C7D8E9'}`],
];

const HARMLESS = [
  '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQ==\n-----END PUBLIC KEY-----',
  '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
  '{vault://env/redis-password}',
  'https://idp.operator.example/jwks?x=y@z',
  'https://api.example:8443/a',
  'mailto:a@b.example',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  'CN=checkout.acme.example,O=Acme Bank,C=ES',
  'the token is sent as a Bearer token',
  'Basic internationalization',
  'eyJhbGciOiJFUzI1NiJ9',
  'dpv:FraudPreventionAndDetection',
  'client_secret=YOUR_SECRET',
  'password=<password>',
  'password=$DB_PASSWORD',
  'password={vault://env/redis-password}',
  'Token: how to get one',
  'grant_type=token&x=123456',
  'monkey=banana',
  'https://portal.example/list?nextToken=abcdefgh',
  'page_token=abcdefgh',
  'token=your-token-here',
  'token=',
  // Shortened examples.
  'sk-abc…',
  `Bearer ${JWT.slice(0, 30)}...`,
  `token=${'a1B2'.repeat(4)}…`,
  'https://user:hunter2...@api.example/x',
  PEM('PRIVATE KEY').replace('bW9yZQ==', '…'),
  PEM('RSA PRIVATE KEY').replace('bW9yZQ==', '...'),
  // Placeholders.
  `AKIA${'IOSFODNN7EXAMPLE'}`,
  `AKIA${'X'.repeat(16)}`,
  `ghp_${'x'.repeat(36)}`,
  `aws_secret_access_key = ${'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'}`,
  'https://user:$PASSWORD@api.example/x',
  'https://user:PASSWORD@api.example/x',
  'https://user:****@api.example/x',
  'https://<user>:<password>@api.example/x',
  // Words that only look like the beginning of one.
  'sk-pretty-long-hyphenated-words-of-a-sentence',
  'task-a1B2a1B2a1B2a1B2a1B2a1B2',
  'token = opaque-string',
  'PWD=/home/user1',
  'key-value-pairs',
  '{"kty":"EC","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}',
  'https://discord.com/api/webhooks/docs',
  'https://x.blob.core.windows.net/c?sig=short',
];

const TEAM = 'kind: Team\nname: t\ntitle: T\nemail: t@x.example\n';

describe('the form of a secret', () => {
  test.each(SECRETS)('%s is recognized at any position in a text: %#', (what, text) => {
    expect(secretsIn(text).map((span) => span.what)).toContain(what);
    expect(secretsIn(`before ${text} after`).map((span) => span.what)).toContain(what);
  });

  test.each(HARMLESS)('is not recognized in %#: %s', (text) => {
    expect(secretsIn(text)).toEqual([]);
  });

  test.each(
    [...Object.values(KIND_SCHEMAS), ...SHARED_SCHEMAS].map((schema) => [schema.title, JSON.stringify(schema)]),
  )('is not reported in the schema of %s', (_, text) => {
    expect(secretsIn(String(text))).toEqual([]);
  });

  test('is found in time that grows with the text', () => {
    // In proportion this takes a second; by the square it takes longer than Jest waits.
    const megabyte = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
    for (const text of [
      '-----BEGIN PRIVATE KEY-----',
      'eyJ',
      'eyJaaaaaaaaaa.',
      'https://a:',
      'a.',
      'kty}',
      '{kty ',
      'sk-a1B',
      'aws_secret_access_key= ',
      'token= ',
      '---- BEGIN PRIVATE KEY ----',
      'password',
      'password: ',
      'a_',
      'Bearer ',
      'xoxb-',
      "'",
      '"',
    ])
      expect(redact(megabyte(text))).toHaveLength(megabyte(text).length);
  });
});

describe('the names of keys', () => {
  test.each([
    'password',
    'client_secret',
    'clientSecret',
    'apiKey',
    'api-key',
    'API_KEY',
    'REDIS_PASSWORD',
    'accessToken',
    'tokens',
    'private_key',
    'db.password',
    'passphrase',
    'Authorization',
    'signingKey',
  ])('%s names a secret', (key) => expect(namesSecret(key)).toBe(true));
  test.each([
    'clientId',
    'key',
    'keys',
    'tokenPolicy',
    'title',
    'passwordless',
    'secretary',
    'publicKey',
    'kid',
    'certificate',
    'subjectKey',
    'monkey',
  ])('%s does not name a secret', (key) => expect(namesSecret(key)).toBe(false));
});

describe('a secret in a catalog', () => {
  const codes = (text: string) =>
    loadText(text).findings.map(({ code, at }) => `${code} ${at.line}:${at.column} ${at.path}`);

  test.each([
    [
      'under the name of one',
      `${TEAM}labels: { x: y, db-password: hunter2 }\n`,
      'secret-in-catalog 5:30 /labels/db-password',
    ],
    [
      'as a number under the name of one',
      `${TEAM}labels:\n  api_key: 12345\n`,
      'secret-in-catalog 6:12 /labels/api_key',
    ],
    ['in an unknown field', `${TEAM}client_secret: hunter2\n`, 'secret-in-catalog 5:16 /client_secret'],
    ['in a list under the name of one', `${TEAM}passwords: [hunter2]\n`, 'secret-in-catalog 5:13 /passwords/0'],
    ['in text', `${TEAM}description: write to https://user:hunter2@x.example\n`, 'secret-in-catalog 5:14 /description'],
    [
      'in a title',
      `kind: Team\nname: t\ntitle: password=hunter2\nemail: t@x.example\n`,
      'secret-in-catalog 3:8 /title',
    ],
    ['in a comment', `${TEAM}# was: Bearer hunter2hunter2hunter2\n`, 'secret-in-catalog 5:8 '],
    ['in a line that was commented out', `${TEAM}# password: hunter2hunter2\n`, 'secret-in-catalog 5:13 '],
    ['in an indented one, in quotes', `${TEAM}  # - api_key: 'a1b2c3d4'\n`, 'secret-in-catalog 5:17 '],
    ['as a key', `${TEAM}labels: { ${`AKIA${'ABCDEFGH12345678'}`}: x }\n`, 'secret-in-catalog 5:11 '],
    [
      'as block text',
      `${TEAM}description: |\n${PEM('PRIVATE KEY').replaceAll(/^/gm, '  ')}\n`,
      'secret-in-catalog 5:14 /description',
    ],
    ['in a document of an unknown kind', 'kind: Secret\npassword: hunter2\n', 'secret-in-catalog 2:11 /password'],
    ['in a document without kind', 'password: hunter2\n', 'secret-in-catalog 1:11 /password'],
    ['in a document with another mistake', `${TEAM}password: hunter2\nx: "\\q"\n`, 'secret-in-catalog 5:11 /password'],
  ])('is found %s', (_, text, expected) => {
    expect(codes(text).filter((code) => code.startsWith('secret'))).toEqual([expected]);
  });

  test('is reported instead of a schema error at the same position', () => {
    expect(codes(`${TEAM}password: hunter2\n`)).toEqual(['secret-in-catalog 5:11 /password']);
  });

  test('keeps the document out of the catalog, and references to it get no second finding', () => {
    const { catalog } = loadText(`${TEAM}labels: { password: hunter2 }\n`);
    expect(catalog.teams.size).toBe(0);
    expect(catalog.unread?.has('Team/t')).toBe(true);
  });

  const ENVIRONMENT = (counters: string) => `kind: Environment
name: sandbox
title: Sandbox
stage: sandbox
gateway: { edition: oss, version: '3.9' }
hosts: [api.operator.example]
counters: ${counters}
partners: { shards: 1 }
isolation: { upstreams: ['*.internal'] }
`;

  test('is found where only a vault reference is allowed', () => {
    expect(codes(ENVIRONMENT('{ store: redis, host: redis, password: hunter2 }'))).toEqual([
      'secret-in-catalog 7:50 /counters/password',
    ]);
  });

  test('is not found in a vault reference', () => {
    expect(codes(ENVIRONMENT("{ store: redis, host: redis, password: '{vault://env/redis-password}' }"))).toEqual([]);
  });

  const KEY = (members: string) => `kind: Application
name: checkout
title: Checkout
partner: acme
credentials:
  sandbox:
    clientId: 3f2c9e0a
    keys:
      - jwk: { kty: EC, crv: P-256, x: f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU, y: x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0${members} }
`;

  test.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])('is found in the private member %s of a key', (member) => {
    const { findings, texts } = loadText(KEY(`, ${member}: c2VjcmV0`));
    expect(findings.map(({ code, at }) => [code, at.path])).toContainEqual([
      'secret-in-catalog',
      `/credentials/sandbox/keys/0/jwk/${member}`,
    ]);
    expect(texts.get('catalog/catalog.yaml')).not.toContain('c2VjcmV0');
  });

  test('is not found in the public members of a key, a client ID or a thumbprint', () => {
    expect(codes(KEY(', kid: 2026-09, use: sig, alg: ES256')).filter((code) => code.startsWith('secret'))).toEqual([]);
  });

  test('is not found in an API that names its token policy', () => {
    const { findings } = loadText(`kind: Api\nname: a\npolicies: { token: operator-idp, errors: camara }\n`);
    expect(findings.map(({ code }) => code)).toEqual(['missing-field']);
  });

  test('is not found in the examples of the schemas', () => {
    for (const schema of Object.values(KIND_SCHEMAS)) {
      const { findings } = loadText(JSON.stringify(schema.examples?.[0]));
      expect(brief(findings).filter((line) => line.includes('secret'))).toEqual([]);
    }
  });

  test.each([
    ['<password>'],
    ['{{ db_password }}'],
    [`\${{ secrets.DB }}`],
    ['%DB_PASSWORD%'],
    ['"****"'],
    ['xxxx'],
    ['CLIENT_SECRET'],
    ['your-password'],
    ['hunt…'],
    ['abc...xyz'],
  ])('is not reported in the placeholder %s', (value) => {
    expect(codes(`${TEAM}labels: { db-password: ${JSON.stringify(value).replaceAll('\\"', '')} }\n`)).toEqual([]);
  });

  test.each([
    "# password: '{vault://env/redis-password}'",
    '# token: operator-idp',
    '# token: required',
    '# Token: see RFC 6749',
    '# password: <password1>',
    '# the password: it1is2in3the vault',
  ])('is not reported in the comment %s', (comment) => {
    expect(codes(`${TEAM}${comment}\n`)).toEqual([]);
  });

  describe('a secret is not reported in the name of a token policy', () => {
    const api = 'kind: Api\nname: a\npolicies:\n  token: operator-idp\n  errors: x\n';
    const policy = (name: string) => `---\nkind: TokenPolicy\nname: ${name}\n`;

    test.each([
      ['whose API has a misspelt kind', api.replace('Api', 'API')],
      ['whose API has no kind', api.replace('kind: Api\n', '')],
      ['whose API has a kind in capitals', api.replace('kind', 'KIND')],
      ['after a tab', api.replaceAll('  ', '\t')],
      ['without its indent', api.replaceAll('  ', '')],
      ['with too much of it', api.replace('  errors', '     errors')],
      ['under a misspelt key', api.replace('policies', 'policy').replace('  token', '  Token')],
      ['in the list of another map', api.replace('policies:', 'policies:\n  policies:')],
      ['with digits, that the catalog has', api.replace('token: operator-idp', 'Token: idp-2') + policy('idp-2')],
      [
        'below the key of another map',
        'kind: Api\nname: a\nupstreams:\n  sandbox: { url: https://a.internal }\n  token: operator-idp\n  errors: x\n',
      ],
      [
        'that takes in the lines that follow',
        `${api.replace('  token', 'token')}sla:\n  availability: 99.9%\nversion: 1.0.0\n`,
      ],
      [
        'without the colon above it',
        `${api.replace('policies:', 'policies')}changelog:\n  - version: 1.0.0\n    date: 2026-01-01\n`,
      ],
      ['in a policy with a misspelt kind', 'kind: MTLSPolicy\nname: a\nboundTokens: when-present\n'],
    ])('%s', (_, text) => {
      const found = codes(text);
      expect(found).not.toEqual([]);
      expect(found.filter((code) => code.startsWith('secret'))).toEqual([]);
    });

    test.each([
      ['another value', api.replace('API', 'Api').replace('token: operator-idp', 'Token: a1b2c3d4')],
      ['a password', 'kind: API\nname: a\npassword: correct-horse\n'],
      ['a password after a tab', 'kind: Api\nname: a\npolicies:\n\tpassword: correct-horse\n'],
      ['a pair of name and value', `${TEAM}env: [{ name: DB_PASSWORD, value: correct-horse }]\n`],
      ['a label', `${TEAM}labels: { token: correct-horse }\n`],
    ])('is reported once in %s', (_, text) => {
      expect(codes(text).filter((code) => code.startsWith('secret'))).toHaveLength(1);
    });
  });

  test('is found in an OpenAPI file, except in an example of a token', () => {
    const found = (text: string) =>
      loadFiles({ 'openapi.yaml': `${OPENAPI}# ${text}\n` }).findings.map(({ code }) => code);
    expect(found(JWT)).toEqual(['empty-catalog']);
    expect(found(`AKIA${'ABCDEFGH12345678'}`)).toEqual(['secret-in-catalog']);
  });
});

describe('nothing that is shown contains a secret', () => {
  test.each(SECRETS)('%s in a value, a comment, a key or a broken line: %#', (_, secret) => {
    const oneLine = JSON.stringify(secret);
    const parts = secret.split('\n').filter((line) => line.length > 8 && !line.startsWith('-----'));
    for (const text of [
      `kind: Team\nname: t\ntitle: ${oneLine}\nemail: t@x.example\n`,
      `${TEAM}description: ${oneLine}\n`,
      `${TEAM}description: |\n${secret.replaceAll(/^/gm, '  ')}\n`,
      `${TEAM}${secret.replaceAll(/^/gm, '# ')}\n`,
      `${TEAM}${oneLine}: x\n`,
      `${TEAM}x: [${oneLine}\n`,
      `name: ${oneLine}\nkind: Team\n`,
      `kind: ${oneLine}\n`,
    ]) {
      const { findings, texts } = loadText(text);
      const shown =
        findings.map(({ message, hint }) => redact(`${message} ${hint}`)).join('\n') + [...texts.values()].join('\n');
      for (const part of parts.length > 0 ? parts : [secret]) expect(shown).not.toContain(part);
    }
  });

  const shownOf = (text: string) => {
    const { findings, texts } = loadText(text);
    expect(findings.length).toBeGreaterThan(0);
    const messages = findings.map(({ message, hint, at }) => redact(`${message} ${hint} ${at.path}`));
    return [...messages, ...[...texts.values()].map(redact)].join('\n');
  };

  test.each([
    ['in a second map', 'password: firsthalf\n  secondhalf: y: z'],
    ['in a second map that has quotes', 'password: firsthalf\n  "secondhalf": "secondhalf": z'],
    ['in flow style', 'labels: { password: "firsthalf\n  secondhalf" x }'],
    ['in quotes that nobody closes', "password: 'firsthalf\nsecondhalf"],
    ['in quotes, at the start of the line', 'password: "firsthalf\nsecondhalf\nsecondhalf"\nx: ["'],
    ['in block text', 'labels: { password: |\n  firsthalf\n  secondhalf\n}'],
    ['with an empty line between', 'password: firsthalf: x\n\n    secondhalf'],
    ['in an item of a list', '- x\n- api_key: firsthalf\n    secondhalf: [\n- y'],
    ['with a carriage return', 'password: firsthalf: x\r\n  secondhalf\r\n'],
  ])('hides a secret that continues on the next line, %s', (_, lines) => {
    expect(shownOf(`${TEAM}${lines}\n`)).not.toMatch(/firsthalf|secondhalf/);
  });

  test.each([
    ['a key', (first: string, second: string) => `description: ${first}\n  ${second}: [`],
    ['text', (first: string, second: string) => `description: >-\n  ${first}\n  ${second}\nx: [`],
    ['a comment', (first: string, second: string) => `x: [\n# ${first}\n ${second}`],
  ])('hides a secret with a known format that is split over two lines, where the rest is %s', (_, lines) => {
    for (const secret of [`ghp_${'a1B2'.repeat(9)}`, JWT, `hvs.${'a1B2'.repeat(6)}`]) {
      for (const cut of [8, secret.length - 6]) {
        const text = shownOf(`${TEAM}${lines(secret.slice(0, cut), secret.slice(cut))}\n`);
        expect(text).not.toContain(secret.slice(0, cut));
        expect(text).not.toContain(secret.slice(cut));
      }
    }
  });

  test('lines next to a secret are shown, in a text that is not YAML as well', () => {
    const shown = shownOf(`${TEAM}labels: { password: firsthalf }\ndescription: shown\nother: shown: too\n`);
    expect(shown).toContain('description: shown\nother: shown: too');
    expect(shown).not.toContain('firsthalf');
  });

  test('lines keep their length, so that columns stay correct', () => {
    const text = `a: 1\npassword: "hunter2" # x\n${PEM('PRIVATE KEY')}\nb: 2\n`;
    const shown = redact(text);
    expect(shown.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
    expect(shown).toContain('b: 2');
    expect(shown).not.toContain('hunter2');
  });

  test.each([
    ['password: hunter2', 'password: *******'],
    ['  { store: redis, password: hunter2, port: 1 }', '  { store: redis, password: *******, port: 1 }'],
    ['client_secret="hunter 2"', 'client_secret=******* **'],
    ["apiKey: 'hunter2'", 'apiKey: *********'],
    // A message cuts what is long: half a secret is hidden as well.
    [`'eyJhbGciOiJFUzI1NiJ9.eyJDanaryIjoiQ2FuYXJ5In0.abcdefgh…' is long`, `'${'*'.repeat(54)}…' is long`],
    ["password: '{vault://env/x}'", "password: '{vault://env/x}'"],
    ['policies: { token: operator-idp }', 'policies: { token: operator-idp }'],
    ['tokens are sent', 'tokens are sent'],
    ['title: Password reset', 'title: Password reset'],
  ])('%s is shown as %s', (text, shown) => {
    expect(redact(text)).toBe(shown);
  });
});

test('a message never shows a secret, however many of them a document has', () => {
  const contacts = Array.from({ length: 150 }, (_, index) => `https://user:Canary${index}@idp.operator.example:x`);
  const { findings } = loadFiles({
    'api.yaml': `kind: Api\nname: a\nlabels: ${JSON.stringify(Object.fromEntries(contacts.map((one, index) => [`l${index}`, one])))}\ndocumentation: https://user:Canary@idp.operator.example:x\n`,
  });
  expect(findings.filter(({ code }) => code === 'secret-in-catalog')).toHaveLength(100);
  expect(JSON.stringify(findings)).not.toContain('Canary');
});
