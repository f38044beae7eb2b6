import { formatProblem } from '../../../../core/load/schema/format-problem';
import { loadText } from '../../../support/catalog';

/** What others have named, and a document of a kind accepts as it is. */
const TEAM = (field: string) =>
  loadText(`kind: Team\nname: t\ntitle: T\n${field.startsWith('email') ? '' : 'email: t@x.example\n'}${field}\n`);
const CONTACT = (phone: string) =>
  loadText(
    `kind: Partner\nname: p\ntitle: P\ntype: technology\norganization: { name: P, country: ES }\nowner: t\ncontacts: [{ role: legal, email: a@b.example, phone: '${phone}' }]\ncontract: { template: t, version: 1.0.0 }\napproval: { status: draft }\n`,
  ).findings.filter(({ at }) => at.path.includes('phone'));

test.each([
  ...[
    "o'brien+x@acme.example",
    'ana@münchen.example',
    'añá@acme.example',
    'a@xn--mnchen-3ya.example',
    'a_b.c@a-b.co.uk',
  ],
])('the e-mail address %s is accepted', (email) => {
  expect(TEAM(`email: "${email}"`).findings).toEqual([]);
});

test.each([
  'acme.example',
  'a@b',
  'a b@acme.example',
  '@acme.example',
  'a@acme..example',
  'a@-acme.example',
  'A <a@b.example>',
])('the e-mail address %s is rejected', (email) => {
  expect(TEAM(`email: "${email}"`).findings.map(({ code }) => code)).toEqual(['malformed-value']);
});

test.each([
  'https://medium.com/@acme/post',
  'https://acme.example?page=1',
  'https://acme.example/docs#privacy',
  'https://acme.example#privacy',
  'https://teams.microsoft.com/l/channel/19%3aabc%40thread.tacv2/General?groupId=1&tenantId=a@b',
])('the URL %s is accepted', (url) => {
  expect(TEAM(`chat: "${url}"`).findings).toEqual([]);
});

test.each([
  'https://user@acme.example/x',
  'https://user:x@acme.example',
  'http://acme.example/',
  'https://acme.example\\\\@evil.example/',
])('the URL %s is rejected', (url) => {
  expect(TEAM(`chat: "${url}"`).findings).toHaveLength(1);
});

test.each([
  '+34 600 000 000',
  '+1 (415) 555-0100',
  '+44/20/7946.0958',
  '+34600000000',
  '+49 30 1234567 ext. 12',
  '+1-800-555-0100 x5',
])('the phone number %s is accepted', (phone) => {
  expect(CONTACT(phone)).toEqual([]);
});

test.each(['600000000', '+0123456', '+34', '+34 600 000 000 000 000 000', '+1 call me', '+1(((((((('])(
  'the phone number %s is rejected',
  (phone) => {
    expect(CONTACT(phone).map(({ code }) => code)).toEqual(['malformed-value']);
  },
);

test.each([
  ['API.operator.example', "write 'api.operator.example'"],
  ['bücher.example', "write 'xn--bcher-kva.example'"],
  ['https://api.operator.example/v1', "write 'api.operator.example'"],
  ['api.operator.example:8443', "write 'api.operator.example'"],
  ['*.Sandbox.internal', "write '*.sandbox.internal'"],
])('suggests the host name in %s', (host, hint) => {
  expect(formatProblem('host', host)).toMatchObject({ hint });
});

test.each(['api.operator.example', '*.sandbox.internal', 'redis', '-', 'a b', '', '*'])(
  'has no suggestion for the host %j',
  (host) => {
    expect(formatProblem('host', host)).toBeUndefined();
  },
);

test('suggests the ASCII form of a host in a URL', () => {
  expect(formatProblem('uri', 'https://bücher.example/')).toMatchObject({ hint: "write 'xn--bcher-kva.example'" });
});

test.each([
  '{vault://hcv/partners/redis/password}',
  '{vault://aws/prod/redis+eu@1/password?region=eu-south-2}',
  '{vault://gcp/redis-password#3}',
  '{vault://env/redis-password}',
])('the vault reference %s is accepted', (reference) => {
  const { findings } = loadText(
    `kind: Environment\nname: s\ntitle: S\nstage: sandbox\ntrial: true\ngateway: { edition: oss, version: '3.9' }\nhosts: [a.example]\ncounters: { store: redis, host: redis, password: '${reference}' }\npartners: { shards: 1 }\nisolation: { upstreams: [a] }\n`,
  );
  expect(findings).toEqual([]);
});

test.each(['$.@type', '$[*].@baseType', '$.3gpp-id', '$.user:name', '$.a/b', '$.area.center'])(
  'the masked field %s is accepted',
  (path) => {
    expect(
      loadText(`kind: MaskingPolicy\nname: m\ntitle: M\nrules: [{ path: '${path}', action: remove }]\n`).findings,
    ).toEqual([]);
  },
);

test.each(['$.0', '$.12.a', '$.a b', '$..a', '$.*', '$.a$b', "$.['a']"])(
  'the masked field %s is rejected, because its meaning is ambiguous',
  (path) => {
    expect(
      loadText(`kind: MaskingPolicy\nname: m\ntitle: M\nrules: [{ path: "${path}", action: remove }]\n`).findings.map(
        ({ code }) => code,
      ),
    ).toEqual(['malformed-value']);
  },
);
