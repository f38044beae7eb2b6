import { thumbprintHex } from '../../../../core/model/keys';
import { loadText } from '../../../support/catalog';
import { CA_CERTIFICATE } from '../keys/certificates';
import { kindTable } from './kind-table';

/** Client ids as identity providers give them, and what RFC 6749 allows besides. */
const CLIENT_IDS = [
  'https://acme.example/apps/checkout?v=1,2',
  'spiffe://operator.example/ns/partners/sa/checkout',
  'CN=checkout, O=Acme Bank/ES',
  ' "100%" $\x7bx}\\',
  `urn:${'x'.repeat(2044)}`,
];

const DIGITS = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const PAIRS = DIGITS.toUpperCase().match(/../g) ?? [];

/** One thumbprint as programs print it. */
const THUMBPRINTS = [
  DIGITS.toUpperCase(),
  PAIRS.join(':'),
  PAIRS.join(' '),
  `SHA256 Fingerprint=${PAIRS.join(':')}`,
  `sha256 Fingerprint=${PAIRS.join(':')}`,
  `SHA256: ${PAIRS.join(':')}`,
  Buffer.from(DIGITS, 'hex').toString('base64url'),
  Buffer.from(DIGITS, 'hex').toString('base64'),
];

test.each(THUMBPRINTS)('the thumbprint %s reaches the gateway in one form', (written) => {
  expect(thumbprintHex(written)).toBe(DIGITS);
});

test('a fingerprint of another kind comes with the command that prints the right one', () => {
  const sha1 = PAIRS.slice(0, 20).join(':');
  const { findings } = loadText(FULL.replace(/sha256: [0-9a-f]{64}/, `sha256: 'SHA1 Fingerprint=${sha1}'`));
  expect(findings.map(({ code, message, hint }) => [code, message, hint])).toEqual([
    [
      'malformed-value',
      expect.stringContaining('it has the length of SHA-1; it must be a SHA-256 thumbprint'),
      'write the output of `openssl x509 -noout -fingerprint -sha256 -in FILE`',
    ],
  ]);
});

const CERTIFICATE = CA_CERTIFICATE.replace(/-----[A-Z ]+-----|\s/g, '');

const SCOPES = [
  'https://graph.microsoft.com/.default',
  'read,write',
  'a%2Fb',
  `!#$%&'()*+,-./:;<=>?@[]^_{|}~`,
  'x'.repeat(500),
];

const FULL = `kind: Application
name: checkout
title: Checkout
description: The web shop.
labels: { unit: web }
partner: acme-bank
onBehalfOf: corner-shop
useCase: Checks before a transfer.
commercialName: Acme Checkout
category: finance
logo: https://acme.example/checkout.svg
website: https://checkout.acme.example
privacyPolicy: https://acme.example/privacy
approval: { status: approved }
suspended: { since: 2026-11-02, by: security@operator.example, reason: leaked }
callbackUrls: [https://checkout.acme.example/callback]
credentials:
  sandbox:
    clientId: 3f2c9e0a
    keys:
      - jwk: { kty: EC, kid: a, use: sig, alg: ES256, key_ops: [verify], crv: P-256, x: f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU, y: x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0 }
        algorithm: ES256
      - pem: |
          -----BEGIN PUBLIC KEY-----
          TUZrd0V3
          -----END PUBLIC KEY-----
        algorithm: RS256
    certificates:
      - { subject: 'CN=checkout.acme.example', sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 }
subscriptions:
  - api: sim-swap
    tier: paid
    scopes: [sim-swap:check]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
    grantTypes: [client_credentials]
    environments: [sandbox]
    approval: { status: approved, on: 2026-09-01, by: partners@operator.example, reason: certified }
    start: 2026-10-01
    end: 2027-10-01
renamedFrom: web-shop
`;

kindTable(
  'Application',
  {
    'with everything': FULL,
    'with the least': 'kind: Application\nname: a\ntitle: A\npartner: acme-bank\n',
    ...Object.fromEntries(
      CLIENT_IDS.map((id) => [
        `with the client id ${id.slice(0, 60)}`,
        FULL.replace('clientId: 3f2c9e0a', `clientId: ${JSON.stringify(id)}`),
      ]),
    ),
    'with members of a JWK that RFC 7517 says to ignore': FULL.replace(
      'key_ops: [verify]',
      `ext: true, key_ops: [verify, encrypt], x5c: [${CERTIFICATE}], x5t: dGh1bWJwcmludHRodW1icHJpbnQ, 'x5t#S256': ${'9fb'.repeat(14)}A, x5u: 'https://acme.example/key.pem', nbf: 1, 'acme:owner': { team: a }`,
    ),
    ...Object.fromEntries(
      THUMBPRINTS.map((written) => [
        `with the thumbprint ${written}`,
        FULL.replace(/sha256: [0-9a-f]{64}/, `sha256: '${written}'`),
      ]),
    ),
    'with the redirect URIs of a native app': FULL.replace(
      '[https://checkout.acme.example/callback]',
      "['com.example.app:/oauth2redirect', 'http://127.0.0.1:51004/cb?x=1', 'http://[::1]/cb', 'https://app.acme.example']",
    ),
    'with any scope of RFC 6749': FULL.replace('[sim-swap:check]', JSON.stringify(SCOPES)),
  },
  [
    ['a partner with a capital', 'partner: acme-bank', 'partner: Acme', '6:10 malformed-value'],
    ['an owner with a capital', 'onBehalfOf: corner-shop', 'onBehalfOf: Corner Shop', '7:13 malformed-value'],
    ['an owner that is a list', 'onBehalfOf: corner-shop', 'onBehalfOf: [corner-shop]', '7:13 wrong-type'],
    ['a suspension by a person', 'by: security@operator.example', 'by: jane', '15:37 malformed-value'],
    ['a decision of a person', 'by: partners@operator.example', 'by: Jane Doe', '38:55 malformed-value'],
    [
      'a decision of a person with a capital in the reference',
      'by: partners@operator.example',
      'by: person:7F3C',
      '38:55 malformed-value',
    ],
    ['a first name with a capital', 'renamedFrom: web-shop', 'renamedFrom: Shop', '41:14 malformed-value'],
    ['an unknown category', 'category: finance', 'category: finances', '10:11 not-allowed-value'],
    ['a callback without https', '[https://checkout', '[http://checkout', '16:16 malformed-value'],
    ['a callback with a fragment', '/callback]', '/callback#x]', '16:16 malformed-value'],
    [
      'a callback that runs a program',
      '[https://checkout',
      "['javascript:alert(1)', https://checkout",
      '16:16 malformed-value',
    ],
    ['no client id', '    clientId: 3f2c9e0a\n', '', '19:5 missing-field'],
    ['a client id that YAML reads as a number', 'clientId: 3f2c9e0a', 'clientId: 3e10', '19:15 wrong-type'],
    ['a client ID of only spaces', 'clientId: 3f2c9e0a', "clientId: '  '", '19:15 malformed-value'],
    ['a client id with a letter beyond ASCII', 'clientId: 3f2c9e0a', 'clientId: caché', '19:15 malformed-value'],
    ['a client id with a tab', 'clientId: 3f2c9e0a', 'clientId: "a\\tb"', '19:15 malformed-value'],
    ['a scope with a space', '[sim-swap:check]', '[sim-swap check]', '33:14 malformed-value'],
    ['a scope with a quote', '[sim-swap:check]', "['a\"b']", '33:14 malformed-value'],
    ['a scope with a backslash', '[sim-swap:check]', "['a\\b']", '33:14 malformed-value'],
    [
      'a client secret',
      'clientId: 3f2c9e0a',
      'clientId: 3f2c9e0a\n    clientSecret: hunter2',
      '20:19 secret-in-catalog',
    ],
    ['a key of an unknown type', 'kty: EC', 'kty: DSA', '21:21 not-allowed-value'],
    ['a symmetric key', 'kty: EC', 'kty: oct', '21:21 not-allowed-value'],
    ['a key for encryption', 'use: sig', 'use: enc', '21:38 not-allowed-value'],
    ['a symmetric algorithm', 'alg: ES256', 'alg: HS256', '21:48 not-allowed-value'],
    ['a key with a private member', 'crv: P-256,', 'd: x, crv: P-256,', '21:77 secret-in-catalog'],
    ['a key that is neither JWK nor PEM', 'pem: |', 'key: |', '23:9 missing-field'],
    ['a key that is both', 'pem: |', 'jwk: { kty: EC }\n        pem: |', '24:9 unknown-field'],
    [
      'a certificate in place of a key',
      '-----BEGIN PUBLIC KEY-----',
      '-----BEGIN CERTIFICATE-----',
      '23:14 malformed-value',
    ],
    [
      'a private key in place of a public one',
      'PUBLIC KEY-----\n          TUZrd0V3\n          -----END PUBLIC',
      'PRIVATE KEY-----\n          TUZrd0V3\n          -----END PRIVATE',
      '23:14 secret-in-catalog',
    ],
    [
      'a thumbprint with colons',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      "'9f:86'",
      '29:56 malformed-value',
    ],
    [
      'a thumbprint of SHA-1',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
      '29:56 malformed-value',
    ],
    [
      'a thumbprint in base64 that is longer than its bytes',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      `${'A'.repeat(42)}B`,
      '29:56 malformed-value',
    ],
    [
      'a certificate without anything',
      "{ subject: 'CN=checkout.acme.example', sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 }",
      '{}',
      '29:9 too-short',
    ],
    ['an environment with a capital', '  sandbox:', '  Sandbox:', '18:3 malformed-value'],
    [
      'a purpose without prefix',
      'dpv:FraudPreventionAndDetection',
      'FraudPreventionAndDetection',
      '34:14 not-allowed-value',
    ],
    [
      'two purposes',
      'purpose: dpv:FraudPreventionAndDetection',
      'purpose: [dpv:Marketing, dpv:Advertising]',
      '34:14 wrong-type',
    ],
    ['an unknown legal basis', 'dpv:LegitimateInterest', 'legitimate-interest', '35:17 not-allowed-value'],
    ['an unknown grant', 'client_credentials', 'password', '36:18 not-allowed-value'],
    ['a subscription without tier', '    tier: paid\n', '', '31:5 missing-field'],
    ['an unknown field of a subscription', '    start:', '    from:', '39:5 unknown-field'],
    ['a day with a time', 'start: 2026-10-01', 'start: 2026-10-01T00:00:00Z', '39:12 malformed-value'],
  ],
);
