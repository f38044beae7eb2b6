import { sortFindings } from '../../../../core/model';
import { loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { AS_OF, type Change, changed } from './programme';

/** What is found in the files that were changed, as `code`, and the marks of the changes. */
function found(changes: readonly Change[]) {
  const { files, marks } = changed(changes);
  const touched = new Set<string>(changes.map(([file]) => `catalog/${file}`));
  const { catalog, findings } = loadFiles(files);
  const all = sortFindings([...findings, ...checkCatalog(catalog, AS_OF)]);
  const told = all.filter(({ at }) => touched.has(at.file));
  return { told, codes: told.map(({ code, at }) => `${code} ${at.file}:${at.line}:${at.column}`), marks };
}

/** A change that the schema refuses, a wrong name in the same document, and what is found, one code for each mark. */
type Row = readonly [what: string, codes: readonly string[], says: string, changes: readonly Change[]];

const wrongTitle: Change = ['acme-bank.yaml', 'title: Acme Bank\n', 'title: «7\n'];

describe('an unknown name together with another mistake in its document:', () => {
  test.each<Row>([
    [
      'tier of a subscription, of a partner with a title of the wrong type',
      ['wrong-type', 'unknown-reference'],
      "tier 'payed' does not exist; did you mean 'paid'? tiers are: free, paid",
      [wrongTitle, ['acme-bank.yaml', 'tier: paid', 'tier: «payed']],
    ],
    [
      'owner of a partner with a field that is not known',
      ['unknown-reference', 'unknown-field'],
      "team 'identity-api' does not exist; did you mean 'identity-apis'?",
      [
        ['acme-bank.yaml', 'owner: identity-apis', 'owner: «identity-api'],
        ['acme-bank.yaml', 'evidence:\n', '«evidnce:\n'],
      ],
    ],
    [
      'api of a subscription that lacks its tier',
      ['missing-field', 'unknown-reference'],
      "api 'sim-swop' does not exist; did you mean 'sim-swap'?",
      [
        ['globex.yaml', '- api: sim-swap', '- «api: «sim-swop'],
        ['globex.yaml', '    tier: free\n', ''],
      ],
    ],
    [
      'environment of credentials, next to an invalid certificate',
      ['unknown-reference', 'malformed-value'],
      "environment 'sandbx' does not exist; did you mean 'sandbox'?",
      [
        ['acme-bank.yaml', '      sandbox:\n', '      «sandbx:\n'],
        [
          'acme-bank.yaml',
          "sha256: '2222222222222222222222222222222222222222222222222222222222222222'",
          'sha256: «abc',
        ],
      ],
    ],
    [
      'partner of an application with a title of the wrong type',
      ['unknown-reference', 'wrong-type'],
      "partner 'initec' does not exist; did you mean 'initech'?",
      [['globex.yaml', 'partner: initech\ntitle: Portal', 'partner: «initec\ntitle: «[Portal]']],
    ],
    [
      'tier of a subscription of an application whose partner does not exist',
      ['unknown-reference', 'unknown-reference'],
      "partner 'initec' does not exist",
      [
        ['globex.yaml', 'partner: initech', 'partner: «initec'],
        ['globex.yaml', 'tier: free', 'tier: «fre'],
      ],
    ],
    [
      'token policy of an API with an invalid lifecycle',
      ['not-allowed-value', 'unknown-reference'],
      "did you mean 'operator-idp'?",
      [
        ['sim-swap.yaml', 'lifecycle: published', 'lifecycle: «publishd'],
        ['sim-swap.yaml', 'token: operator-idp', 'token: «operator-ipd'],
      ],
    ],
    [
      'tier of an API whose OpenAPI file does not exist',
      ['openapi-file-not-found', 'unknown-reference'],
      "tier 'payed' does not exist",
      [
        ['sim-swap.yaml', 'openapi: ./sim-swap.openapi.yaml', 'openapi: «./sim-swop.openapi.yaml'],
        ['sim-swap.yaml', '[paid, free]', '[«payed, free]'],
      ],
    ],
    [
      'tier in a document with a duplicate name',
      ['duplicate-name', 'unknown-reference'],
      "api 'sim-swop' does not exist",
      [
        ['tiers/paid.yaml', 'name: paid', 'name: «free'],
        ['tiers/paid.yaml', '  - api: sim-swap\n    limits', '  - api: «sim-swop\n    limits'],
      ],
    ],
    [
      'tier of a subscription, of a partner that holds a secret',
      ['secret-in-catalog', 'unknown-reference'],
      "tier 'payed' does not exist",
      [
        ['acme-bank.yaml', 'title: Acme Bank\n', 'title: Acme Bank\nlabels: { password: «hunter2 }\n'],
        ['acme-bank.yaml', 'tier: paid', 'tier: «payed'],
      ],
    ],
    [
      'scope of a subscription',
      ['wrong-type', 'unknown-scope'],
      "scope 'sim-swap:chek' does not exist in api 'sim-swap'; did you mean 'sim-swap:check'?",
      [wrongTitle, ['acme-bank.yaml', '[sim-swap:check]', '[«sim-swap:chek]']],
    ],
    [
      'tier at which the api is not offered',
      ['wrong-type', 'tier-not-offered'],
      "api 'number-verification' is not offered at tier 'paid'",
      [wrongTitle, ['acme-bank.yaml', 'tier: free', 'tier: «paid']],
    ],
  ])('%s', (_, codes, says, changes) => {
    const { told, codes: actual, marks } = found(changes);
    expect(actual).toEqual(codes.map((code, index) => `${code} ${marks[index]}`));
    expect(told.map(({ message, hint }) => `${message}; ${hint ?? ''}`).join('\n')).toContain(says);
  });
});

describe('a mistake, without further findings for that value or below it:', () => {
  test.each<readonly [what: string, code: string, changes: readonly Change[]]>([
    [
      'subscriptions that are a map',
      'wrong-type',
      [
        [
          'globex.yaml',
          'subscriptions:\n  - api: sim-swap\n    tier: free',
          'subscriptions:\n  «first:\n    api: sim-swop\n    tier: fre',
        ],
      ],
    ],
    ['a tier that is a number', 'wrong-type', [['acme-bank.yaml', 'tier: paid', 'tier: «7']]],
    ['a tier that is not a name', 'malformed-value', [['acme-bank.yaml', 'tier: paid', 'tier: «Payed']]],
    ['a tier that is a list', 'wrong-type', [['acme-bank.yaml', 'tier: paid', 'tier: «[payed]']]],
    ['an environment that is not a name', 'malformed-value', [['sim-swap.yaml', '  sandbox: {', '  «Sandbx: {']]],
    [
      'upstreams that are a list',
      'wrong-type',
      [
        ['number-verification.yaml', 'upstreams:\n  sandbox: {', 'upstreams:\n  «- { name: sandbx,'],
        ['number-verification.yaml', "  production: { url: 'https://number.internal' }\n", ''],
      ],
    ],
    ['a tier that is listed twice', 'duplicate-item', [['sim-swap.yaml', '[paid, free]', '[paid, «paid]']]],
    ['an invalid scope', 'malformed-value', [['acme-bank.yaml', '[sim-swap:check]', '[«sim swap]']]],
    ['scopes that are a text', 'wrong-type', [['acme-bank.yaml', '[sim-swap:check]', '«sim-swap:chek']]],
    [
      'a secret as scope',
      'secret-in-catalog',
      [['acme-bank.yaml', '[sim-swap:check]', `[«AKIA${'ABCDEFGH12345678'}]`]],
    ],
    [
      'text that cannot be read',
      'yaml-syntax',
      [['acme-bank.yaml', 'owner: identity-apis\ncontacts', 'owner: identity-api\nlabels: «[\ncontacts']],
    ],
  ])('reports %s', (_, code, changes) => {
    const { codes, marks } = found(changes);
    expect(codes).toEqual([`${code} ${marks[0]}`]);
  });
});

test('reports only the field `partner` of an application inside a partner', () => {
  const { codes, marks } = found([
    ['acme-bank.yaml', '    title: Checkout\n', '    title: Checkout\n    «partner: acme-bnak\n'],
  ]);
  expect(codes).toEqual([`unknown-field ${marks[0]}`]);
});

test('reports an unknown name that a list repeats once for each check', () => {
  const { codes, marks } = found([['sim-swap.yaml', '[paid, free]', '[«payed, «payed]']]);
  expect(codes).toEqual([`unknown-reference ${marks[0]}`, `duplicate-item ${marks[1]}`]);
});
