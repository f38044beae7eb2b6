import { psKeySize } from '../../../../core/checks/gateway/ps-key-size';
import { type Edit, edited, FILES } from '../../../policies/support/programme';
import { brief, catalogOf } from '../../../support/catalog';
import { findingsOf } from '../../../support/checks';
import { ecPair, rsaPair } from '../../model/keys/pairs';

const small = rsaPair(2048);
const large = rsaPair(3072);

/** A key as flow YAML. */
const key = (jwk: object, algorithm?: string) =>
  `{ jwk: ${JSON.stringify(jwk)}${algorithm === undefined ? '' : `, algorithm: ${algorithm}`} }`;
const pem = (text: string, algorithm: string) => `{ pem: ${JSON.stringify(text)}, algorithm: ${algorithm} }`;

const CHECKOUT = 'applications: [{ name: checkout, title: Checkout }]\n';
const application = (keys: readonly string[], subscription: string) => `applications:
  - name: checkout
    title: Checkout
    credentials:
      sandbox:
        clientId: acme-checkout
        keys:
${keys.map((one) => `          - ${one}\n`).join('')}    subscriptions: [${subscription}]
`;

const SUBSCRIPTION =
  '{ api: sim-swap, tier: paid, scopes: [sim-swap:check], purpose: dpv:FraudPreventionAndDetection, legalBasis: dpv:LegitimateInterest }';
const elsewhere = SUBSCRIPTION.replace(' }', ', environments: [production] }');

/** Partners sign their tokens themselves. */
const PARTNER_SIGNED: readonly Edit[] = [
  ['signedBy: idp', 'signedBy: partner'],
  [
    "{ issuer: 'https://idp.sandbox.example', jwksUri: 'https://idp.sandbox.example/jwks', audience: a }",
    '{ audience: a }',
  ],
  ["{ issuer: 'https://idp.example', jwksUri: 'https://idp.production.example/jwks', audience: b }", '{ audience: b }'],
];

/** The findings of this check in a programme with these keys, on sandboxes of an edition. */
function found(
  keys: readonly string[],
  { subscription = SUBSCRIPTION, policies = PARTNER_SIGNED, gateway = "{ edition: oss, version: '3.9' }" } = {},
) {
  const catalog = catalogOf({
    ...FILES,
    'policies.yaml': edited('policies.yaml', ...policies)['policies.yaml'] ?? '',
    'partner.yaml': edited('partner.yaml', [CHECKOUT, application(keys, subscription)])['partner.yaml'] ?? '',
    'sandbox.yaml': edited('sandbox.yaml', ["{ edition: oss, version: '3.9' }", gateway])['sandbox.yaml'] ?? '',
  });
  return findingsOf([psKeySize], catalog, '2026-11-21');
}

const line = (nth: number, algorithm: string) =>
  `catalog/partner.yaml:${16 + nth}:13 ps-key-size key ${nth} of application 'checkout' of partner 'acme-bank' for environment 'sandbox' is an RSA key of 3072 bits for ${algorithm}; the gateway, which verifies the application's tokens for api 'sim-swap', supports ${algorithm} with 2048 bits only`;

test.each<[what: string, keys: readonly string[], lines: readonly string[]]>([
  ['an algorithm next to the key', [key(large.jwk, 'PS256')], [line(1, 'PS256')]],
  ["the key's own algorithm", [key({ ...large.jwk, alg: 'PS384' })], [line(1, 'PS384')]],
  ['a key in PEM form', [pem(large.pem, 'PS512')], [line(1, 'PS512')]],
  ['the second key', [key(small.jwk, 'PS256'), key(large.jwk, 'PS256')], [line(2, 'PS256')]],
])('reports a key whose signatures cannot be verified: %s', (_, keys, lines) => {
  const findings = found(keys);
  expect(brief(findings)).toEqual(lines);
  expect(findings.map(({ severity, hint }) => [severity, hint])).toEqual([
    ['error', 'register a key of 2048 bits, or use ES256 or RS256'],
  ]);
});

test.each([
  "{ edition: enterprise, version: '3.15' }",
  "{ edition: enterprise, version: '3.15', plugins: portable }",
  "{ edition: enterprise, version: '3.15', plugins: native }",
])('reports the key on every edition: %s', (gateway) => {
  expect(brief(found([key(large.jwk, 'PS256')], { gateway }))).toEqual([line(1, 'PS256')]);
});

test.each<[what: string, keys: readonly string[], more: Parameters<typeof found>[1]]>([
  ['a key of 2048 bits', [key(small.jwk, 'PS256')], {}],
  ['RS256 with any key', [key(large.jwk, 'RS256')], {}],
  ['the usual algorithm of a key that names none', [key(large.jwk)], {}],
  ['ES256', [key(ecPair().jwk)], {}],
  ['an unusable key, which another check reports', [key(ecPair().jwk, 'PS256')], {}],
  ['tokens of an identity provider', [key(large.jwk, 'PS256')], { policies: [] }],
  ['a subscription in another environment', [key(large.jwk, 'PS256')], { subscription: elsewhere }],
  ['an application without subscriptions', [key(large.jwk, 'PS256')], { subscription: '' }],
])('accepts %s', (_, keys, more) => {
  expect(brief(found(keys, more))).toEqual([]);
});
