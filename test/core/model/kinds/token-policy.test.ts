import { kindTable } from './kind-table';

const FULL = `kind: TokenPolicy
name: operator-idp
title: Tokens of the operator
description: Of the operator's identity provider.
labels: { owner: iam }
signedBy: idp
environments:
  sandbox:
    issuer: https://idp.sandbox.operator.example
    jwksUri: https://idp.sandbox.operator.example/jwks
    audience: https://api.sandbox.operator.example
  production:
    issuer: https://idp.operator.example
    keys: [{ kty: EC, kid: 2026-09, crv: P-256, x: f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU, y: x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0 }]
    audience: https://api.operator.example
algorithms: [ES256, PS256]
types: [at+jwt, jwt]
clientClaim: client_id
clockSkew: 30 seconds
maximumExpiration: 300 seconds
threeLegged: { rule: claim, claim: acr }
`;

const PARTNER = `kind: TokenPolicy
name: partner-signed
title: Tokens of partners
signedBy: partner
environments: { sandbox: { audience: x } }
threeLegged: { rule: subject-differs }
`;

const ISSUERS = [
  'https://sts.windows.net/9188040d-6c67-4c5b-b112-36a304b66dad/',
  'https://idp.operator.example:8443/realms/partners',
  'http://localhost:8080/realms/partners',
  'accounts.google.com',
  'urn:operator:idp',
];

kindTable(
  'TokenPolicy',
  {
    'with everything': FULL,
    'signed by partners': PARTNER,
    ...Object.fromEntries(
      ISSUERS.map((issuer) => [
        `with the issuer ${issuer}`,
        FULL.replace('issuer: https://idp.sandbox.operator.example\n', `issuer: ${issuer}\n`),
      ]),
    ),
    'with an audience that is a URN': FULL.replace(
      'audience: https://api.sandbox.operator.example',
      "audience: 'urn:api:sandbox'",
    ),
    'with a claim in a namespace': FULL.replace(
      'clientClaim: client_id',
      "clientClaim: 'https://acme.example/claims/client#id'",
    ),
    'with types in upper case': FULL.replace('[at+jwt, jwt]', '[AT+JWT, application/jwt, vnd.acme.token_v1+jwt]'),
  },
  [
    ['an unknown signer', 'signedBy: idp', 'signedBy: operator', '6:11 not-allowed-value'],
    [
      'an environment without audience',
      '    audience: https://api.sandbox.operator.example\n',
      '',
      '9:5 missing-field',
    ],
    ['an issuer with a space', 'issuer: https://idp.sandbox', 'issuer: https://idp sandbox', '9:13 malformed-value'],
    [
      'an issuer with an invalid port',
      'operator.example\n    jwksUri',
      'operator.example:99999\n    jwksUri',
      '9:13 malformed-value',
    ],
    [
      'an audience over two lines',
      'audience: https://api.sandbox.operator.example',
      'audience: "a\\nb"',
      '11:15 malformed-value',
    ],
    ['a key without type', 'kty: EC, ', '', '14:12 missing-field'],
    ['a key with a private member', 'crv: P-256,', 'd: x, crv: P-256,', '14:40 secret-in-catalog'],
    ['a key id that YAML reads as a number', 'kid: 2026-09', 'kid: 202609', '14:28 wrong-type'],
    ['a symmetric algorithm', '[ES256, PS256]', '[ES256, HS256]', '16:21 not-allowed-value'],
    ['no signature at all', '[ES256, PS256]', '[none]', '16:14 not-allowed-value'],
    ['an algorithm twice', '[ES256, PS256]', '[ES256, ES256]', '16:21 duplicate-item'],
    ['a type with a space', '[at+jwt, jwt]', '[a b]', '17:9 malformed-value'],
    ['a claim with a space', 'clientClaim: client_id', 'clientClaim: client id', '18:14 malformed-value'],
    ['a skew without unit', 'clockSkew: 30 seconds', 'clockSkew: 30', '19:12 wrong-type'],
    ['a skew in an unknown unit', 'clockSkew: 30 seconds', 'clockSkew: 30 s', '19:12 malformed-value'],
    ['an unknown rule', 'rule: claim', 'rule: scope', '21:22 not-allowed-value'],
    ['a rule of no name', '{ rule: claim, claim: acr }', '{ claim: acr }', '21:14 missing-field'],
    ['a rule without its claim', ', claim: acr', '', '21:14 missing-field'],
    ['a claim for a rule that takes none', 'rule: claim', 'rule: subject-differs', '21:39 unknown-field'],
    ['a rule that is only a word', '{ rule: claim, claim: acr }', 'claim', '21:14 wrong-type'],
  ],
);
