import { shown } from '../../../../core/model/messages/shown';
import { loadFiles, loadText } from '../../../support/catalog';

/** The one finding about a team with a change, as `message | hint`. */
function told(text: string): string {
  const { findings } = loadText(text);
  return findings.map(({ message, hint }) => `${message} | ${hint ?? ''}`).join('\n');
}

const ENVIRONMENT = (field: string) => {
  const fields: Record<string, string> = {
    title: 'Sandbox',
    stage: 'sandbox',
    gateway: "{ edition: oss, version: '3.9' }",
    hosts: '[a.example]',
    counters: '{ store: local }',
    partners: '{ shards: 1 }',
    isolation: '{ upstreams: [b.example] }',
  };
  const [key = '', value] = field.split(/: (.*)/s);
  return Object.entries({ ...fields, [key]: value }).reduce(
    (text, [name, written]) => (written === undefined ? text : `${text}${name}: ${written}\n`),
    'kind: Environment\nname: sandbox\n',
  );
};

describe('a message names the subject, what was found, what is allowed and the edit to make', () => {
  test.each([
    ['stage: prod', "'stage' is 'prod'; allowed values are: sandbox, staging, production | did you mean 'production'?"],
    ['stage: 5', "'stage' is the number 5; allowed values are: sandbox, staging, production | write it like sandbox"],
    ['stage: ', "'stage' has no value; allowed values are: sandbox, staging, production | write it like sandbox"],
    [
      'gateway: { edition: oss, version: 3.10 }',
      "'version' is the number 3.10; it must be a string | put it in quotes: '3.10'",
    ],
    ['trial: yes', "'trial' is the string 'yes'; it must be true or false | write true"],
    ['trial: Off', "'trial' is the string 'Off'; it must be true or false | write false"],
    ['trial: 1', "'trial' is the number 1; it must be true or false | write true"],
    ['trial: sure', "'trial' is the string 'sure'; it must be true or false | write true or false"],
    ['trial: ', "'trial' has no value; it must be true or false | write true or false"],
    [
      'backend: { type: gcs }',
      "'type' is 'gcs'; allowed values are: local, s3, http, pg | write one of the allowed values",
    ],
    [
      'partners: { shards: 99999999999999999999 }',
      "'shards' is 99999999999999999999; it must be at least 1 and at most 4096 | write a whole number from 1 to 4096",
    ],
    [
      'partners: { shards: 0 }',
      "'shards' is 0; it must be at least 1 and at most 4096 | write a whole number from 1 to 4096",
    ],
    ['hosts: [a, b, a]', "item 3 of 'hosts' is the same as item 1 | remove one of them"],
    [
      'hosts: [a, B]',
      "item 2 of 'hosts' is 'B'; it is not a host name in lower-case ASCII, without scheme, port and path | write 'b'",
    ],
    ['hosts: []', "'hosts' is empty; at least 1 item is required | write it like [api.sandbox.operator.example]"],
    ['protocols: []', "'protocols' is empty; at least 1 item is required | write it like [https], or remove the field"],
    [
      "description: ''",
      '\'description\' is empty; at least 1 character is required | write it like "Partners try the APIs here, with test data.", or remove the field',
    ],
    [
      'counters: { store: redis, host: a, port: 0 }',
      "'port' is 0; it must be at least 1 and at most 65535 | write a whole number from 1 to 65535",
    ],
    ['hosts: a', "'hosts' is the string 'a'; it must be a list | write it as a list: [a]"],
    ['counters: local', "'counters' is the string 'local'; it must be a map | write it like { store: local }"],
    ['counters: { }', "'counters' lacks the field 'store'; allowed are: local, redis | add 'store: local'"],
    ['counters: { store: rediss }', "'store' is 'rediss'; allowed values are: local, redis | did you mean 'redis'?"],
    [
      'counters: { store: local, prot: 1 }',
      "field 'prot' is unknown in 'counters' | there are no fields that can be added",
    ],
    [
      'counters: { store: redis, host: a, prot: 1 }',
      "field 'prot' is unknown in 'counters' | did you mean 'port'? fields that can be added are: database, password, port, serverName, timeout, tls, username",
    ],
    ['gateway: { version: "3.9" }', "'gateway' lacks the field 'edition' | add for example edition: oss"],
    [
      'titel: x',
      "field 'titel' is unknown in Environment | fields that can be added are: audit, backend, clientCas, description, labels, protocols, trial, workspace",
    ],
    [`title: ${'x'.repeat(121)}`, "'title' has 121 characters; at most 120 are allowed | shorten it"],
    ['labels: { a: 5 }', "'a' is the number 5; it must be a string | put it in quotes: '5'"],
  ])('%s', (field, expected) => {
    expect(told(ENVIRONMENT(field))).toBe(expected);
  });

  test.each(['Authorization', 'cookie', 'Host', 'Content-Length', 'X-Consumer-Username'])(
    'the header %s has another use',
    (header) => {
      expect(told(`kind: ErrorPolicy\nname: a\ntitle: A\nmodel: camara\ncorrelator: ${header}\n`)).toBe(
        `'correlator' is '${header}'; that header is used by HTTP, by the gateway or for credentials | use a header that has no other use`,
      );
    },
  );

  test('several missing fields of one map are one finding', () => {
    expect(told('kind: Team\nname: t\n')).toBe(
      "Team lacks the fields 'title', 'email' | add for example title: Identity APIs, email: identity-apis@operator.example",
    );
  });

  test('long values are truncated, and control characters in them do no harm', () => {
    expect(told(`kind: Team\nname: t\ntitle: T\nemail: ${'x'.repeat(80)}\n`)).toContain(`'${'x'.repeat(59)}…'`);
    expect(shown('\n\u200dred')).toBe("' ?red'");
  });

  test('values that could be secret are not quoted', () => {
    const message = told(ENVIRONMENT('counters: { store: redis, host: a, username: jane }'));
    expect(message).toBe(
      '\'username\' has an invalid value; it must be a Kong vault reference to a secret | write it like "{vault://env/redis-username}"',
    );
  });

  test('limits the number of errors of a very invalid document', () => {
    const { findings } = loadText(
      `kind: Team\nname: t\ntitle: T\nemail: t@x.example\nlabels:\n${Array.from({ length: 5_000 }, (_, index) => `  a${index}: 1\n`).join('')}`,
    );
    expect(findings.length).toBeLessThanOrEqual(500);
    expect(findings.length).toBeGreaterThan(100);
  });

  test('lists with keys of every object are compared like others', () => {
    const { findings } = loadText(ENVIRONMENT('clientCas: [{ valueOf: 1, toString: 2 }, { toString: 2, valueOf: 1 }]'));
    expect(findings.map(({ code }) => code)).toEqual([
      'missing-field',
      'unknown-field',
      'unknown-field',
      'missing-field',
      'unknown-field',
      'unknown-field',
    ]);
  });
});

test('of very many price items with the same mistake, each that is reported has only this one', () => {
  const items = Array.from({ length: 99 }, (_, index) => `  fee-${index}: { type: fee, amount: 1 EUR, event: x }`);
  const tier = ['kind: Tier', 'name: a', 'title: A', 'status: draft', 'version: 1.0.0', 'price:', ' items:', ...items];
  const { findings } = loadFiles({ 'tier.yaml': `${tier.join('\n')}\n` });
  expect(findings.length).toBeGreaterThan(1);
  expect(new Set(findings.map(({ code, message }) => `${code} ${message}`))).toEqual(
    new Set([
      "not-allowed-value 'event' is 'x'; allowed values are: contract, application, subscription, certification",
    ]),
  );
});
