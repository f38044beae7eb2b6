import { publicKey } from '../../../../core/model';
import { loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { LEAF_CERTIFICATE, OTHER_CA_CERTIFICATE } from '../../model/keys/certificates';
import { ecPair, rsaPair } from '../../model/keys/pairs';
import { changed } from './programme';
import { findings } from './table';

const ACME = 'acme-bank.yaml';
const SANDBOX_KEYS = '        keys:\n          - jwk: @key1\n        certificates';
const PORTAL = 'globex.yaml';
const rsa = JSON.stringify(rsaPair().jwk);
const signer = ecPair();
const es256 = JSON.stringify({ ...signer.jwk, alg: 'ES256' });
const fromPem = publicKey({ pem: signer.pem });
const thumbprint = fromPem.ok ? fromPem.thumbprint : '';
const weak = JSON.stringify(rsaPair(1024).jwk);
const { x, ...incomplete } = ecPair().jwk;
const spki = (pem: string) => pem.replaceAll('PRIVATE KEY', 'PUBLIC KEY').trim().replace(/\n/g, '\n              ');
// In lines of ten characters, which the search for secrets in texts does not recognize.
const disguised = spki(ecPair().privatePem.replace(/[A-Za-z0-9+/=]{11,}/g, (line) => line.replace(/.{10}/g, '$&\n')));

describe('an application that signs its own tokens has usable keys:', () =>
  findings([
    [
      'an application without keys',
      ['error missing-key'],
      "application 'checkout' of partner 'acme-bank' has no key for environment 'sandbox', where it signs its own tokens; add its public keys under credentials.sandbox.keys; token policy 'partner-keys' accepts ES256",
      [
        [ACME, SANDBOX_KEYS, '        certificates'],
        [ACME, '      sandbox:\n', '      «sandbox:\n'],
      ],
    ],
    [
      'an application without keys if no API accepts such tokens',
      [],
      '',
      [[PORTAL, '    keys:\n      - jwk: @key3\n', '']],
    ],
    [
      'an application with keys of another algorithm only',
      ['error missing-key'],
      "application 'checkout' of partner 'acme-bank' has no key for environment 'sandbox' with an algorithm that token policy 'partner-keys' accepts",
      [[ACME, SANDBOX_KEYS, `        keys:\n          «- jwk: ${rsa}\n        certificates`]],
    ],
    [
      'a key of another algorithm next to an accepted one',
      ['error key-not-accepted'],
      "key 2 of application 'checkout' of partner 'acme-bank' for environment 'sandbox' is for RS256, which no token policy",
      [[ACME, SANDBOX_KEYS, `        keys:\n          - jwk: @key1\n          - «jwk: ${rsa}\n        certificates`]],
    ],
    [
      'a key for a default algorithm if the policy has no algorithms',
      [],
      '',
      [
        [ACME, SANDBOX_KEYS, `        keys:\n          - jwk: ${rsa}\n        certificates`],
        ['policies.yaml', 'algorithms: [ES256]\n', ''],
      ],
    ],
    [
      'a key ID that differs from the thumbprint',
      ['warning key-id-mismatch'],
      `\`kid\` of key 1 of application 'checkout' of partner 'acme-bank' for environment 'sandbox' has no effect: tokens refer to the key by its RFC 7638 thumbprint; remove it, or write \`kid: ${thumbprint}\`, which the partner must use`,
      [[ACME, SANDBOX_KEYS, `        keys:\n          - jwk: { kid: «mine, ${es256.slice(1)}\n        certificates`]],
    ],
    [
      'the thumbprint as the key ID',
      [],
      '',
      [
        [
          ACME,
          SANDBOX_KEYS,
          `        keys:\n          - jwk: { kid: ${thumbprint}, ${es256.slice(1)}\n        certificates`,
        ],
      ],
    ],
    [
      'an incomplete key',
      ['error unusable-key'],
      "key 1 of application 'checkout' of partner 'acme-bank' for environment 'sandbox' is a JWK of type EC without 'x'",
      [[ACME, SANDBOX_KEYS, `        keys:\n          - «jwk: ${JSON.stringify(incomplete)}\n        certificates`]],
    ],
    [
      'a weak key',
      ['error weak-key'],
      'is an RSA key of 1024 bits, but the minimum is 2048; register a key of at least 2048 bits',
      [[ACME, SANDBOX_KEYS, `        keys:\n          - «jwk: ${weak}\n        certificates`]],
    ],
    [
      'a key that cannot be used with its algorithm',
      ['error key-algorithm-mismatch'],
      'is a key on curve P-256 and cannot be used with RS256',
      [
        [
          ACME,
          SANDBOX_KEYS,
          '        keys:\n          - «jwk: @key1\n            algorithm: RS256\n        certificates',
        ],
      ],
    ],
    [
      'a private key with the label of a public one',
      ['error private-key'],
      'is a private key; remove it, treat it as leaked',
      [[ACME, SANDBOX_KEYS, `        keys:\n          - «pem: |\n              ${disguised}\n        certificates`]],
    ],
  ]));

describe('a key, a client ID and a certificate belong to one application:', () =>
  findings([
    [
      'a key of another application',
      ['error shared-key'],
      "key 1 of application 'portal' of partner 'initech' for environment 'sandbox' is also a key of application 'checkout' of partner 'acme-bank'; the key identifies the signer: generate a key pair for",
      [[PORTAL, '- jwk: @key3', '- «jwk: @key1']],
    ],
    ['a key in another environment', [], '', [[PORTAL, '- jwk: @key3', '- jwk: @key2']]],
    [
      'a repeated key of one application in another notation',
      ['error shared-key'],
      "key 2 of application 'checkout' of partner 'acme-bank' for environment 'sandbox' is listed twice; remove one of them",
      [
        [
          ACME,
          SANDBOX_KEYS,
          '        keys:\n          - jwk: @key1\n          - «jwk: @key1\n            algorithm: ES256\n        certificates',
        ],
      ],
    ],
    [
      'a client ID of another application',
      ['error shared-client-id'],
      "client ID 'checkout-sandbox' of application 'portal' of partner 'initech' already belongs to application 'checkout' of partner 'acme-bank' in environment 'sandbox'; register a separate client for",
      [[PORTAL, 'clientId: portal-sandbox', 'clientId: «checkout-sandbox']],
    ],
    [
      'a client ID that differs only in surrounding spaces',
      ['error shared-client-id'],
      "client ID ' checkout-sandbox' of application 'portal' of partner 'initech' already belongs to application 'checkout' of partner 'acme-bank' in environment 'sandbox', apart from surrounding spaces;",
      [[PORTAL, 'clientId: portal-sandbox', "clientId: «' checkout-sandbox'"]],
    ],
    ['a client ID that differs in case', [], '', [[PORTAL, 'clientId: portal-sandbox', 'clientId: Checkout-sandbox']]],
    ['a client ID in another environment', [], '', [[PORTAL, 'clientId: portal-sandbox', 'clientId: checkout']]],
    [
      'a certificate of another application',
      ['error shared-certificate'],
      "certificate 1 of application 'portal' of partner 'initech' for environment 'sandbox' has the same sha256 as a certificate of application 'checkout' of partner 'acme-bank'; the certificate identifies the",
      [[PORTAL, `'${'3'.repeat(64)}'`, `«'${'1'.repeat(64)}'`]],
    ],
    [
      'a certificate whose thumbprint has another notation',
      ['error shared-certificate'],
      "certificate 1 of application 'portal' of partner 'initech' for environment 'sandbox' has the same sha256 as a certificate of application 'checkout' of partner 'acme-bank'; the certificate identifies the",
      [[PORTAL, `'${'3'.repeat(64)}'`, `«'SHA256 Fingerprint=${Array(32).fill('11').join(':')}'`]],
    ],
    [
      'a subject in another notation',
      ['error shared-certificate'],
      "certificate 2 of application 'portal' of partner 'initech' for environment 'sandbox' has the same subject as a certificate of application 'checkout' of partner 'acme-bank'; give each application its own",
      [
        [
          PORTAL,
          `      - sha256: '${'3'.repeat(64)}'`,
          `      - sha256: '${'3'.repeat(64)}'\n      - subject: «/O=P/CN=a`,
        ],
        [
          ACME,
          `          - sha256: '${'1'.repeat(64)}'`,
          `          - sha256: '${'1'.repeat(64)}'\n            subject: cn=a,o="P"`,
        ],
      ],
    ],
    [
      'a subject with the reverse order, which is another subject',
      [],
      '',
      [
        [
          PORTAL,
          `      - sha256: '${'3'.repeat(64)}'`,
          `      - sha256: '${'3'.repeat(64)}'\n      - subject: /CN=a/O=P`,
        ],
        [
          ACME,
          `          - sha256: '${'1'.repeat(64)}'`,
          `          - sha256: '${'1'.repeat(64)}'\n            subject: CN=a,O=P`,
        ],
      ],
    ],
    [
      'a repeated certificate of one application',
      ['error shared-certificate'],
      "certificate 2 of application 'checkout' of partner 'acme-bank' for environment 'production' is listed twice; remove one of them",
      [
        [
          ACME,
          `          - sha256: '${'2'.repeat(64)}'\n`,
          `          - sha256: '${'2'.repeat(64)}'\n          - sha256: «'${'2'.repeat(64)}'\n`,
        ],
      ],
    ],
    [
      'a shared subject without thumbprints',
      ['error shared-certificate'],
      "certificate 2 of application 'portal' of partner 'initech' for environment 'sandbox' has the same subject as a certificate of application 'checkout' of partner 'acme-bank'; give each application its own",
      [
        [PORTAL, `      - sha256: '${'3'.repeat(64)}'`, `      - sha256: '${'3'.repeat(64)}'\n      - subject: «CN=a`],
        [
          ACME,
          `          - sha256: '${'1'.repeat(64)}'`,
          `          - sha256: '${'1'.repeat(64)}'\n            subject: CN=a`,
        ],
      ],
    ],
    [
      'a shared subject if one certificate has no thumbprint',
      ['error shared-certificate'],
      '',
      [
        [PORTAL, `      - sha256: '${'3'.repeat(64)}'`, `      - sha256: '${'3'.repeat(64)}'\n        subject: «CN=a`],
        [
          ACME,
          `          - sha256: '${'1'.repeat(64)}'`,
          `          - sha256: '${'1'.repeat(64)}'\n          - subject: CN=a`,
        ],
      ],
    ],
    [
      'a shared subject if both certificates have thumbprints',
      [],
      '',
      [
        [PORTAL, `      - sha256: '${'3'.repeat(64)}'`, `      - sha256: '${'3'.repeat(64)}'\n        subject: CN=a`],
        [
          ACME,
          `          - sha256: '${'1'.repeat(64)}'`,
          `          - sha256: '${'1'.repeat(64)}'\n            subject: CN=a`,
        ],
      ],
    ],
    [
      'a repeated subject of one application during a rotation',
      [],
      '',
      [
        [
          ACME,
          `          - sha256: '${'2'.repeat(64)}'\n            subject: CN=checkout.acme.example`,
          `          - sha256: '${'2'.repeat(64)}'\n            subject: CN=checkout.acme.example\n          - sha256: '${'4'.repeat(64)}'\n            subject: CN=checkout.acme.example`,
        ],
      ],
    ],
  ]));

describe('a subject that does not show the order of its parts is a warning:', () =>
  findings(
    [
      [
        'CN=a, O=P',
        "subject of certificate 2 of application 'portal' of partner 'initech' is read as '/O=P/CN=a', but could also mean '/CN=a/O=P'; write it as `openssl x509 -noout -subject -nameopt compat -in FILE`",
      ],
      [
        'O=P,CN=a',
        "subject of certificate 2 of application 'portal' of partner 'initech' is read as '/O=P/CN=a', but could also mean '/CN=a/O=P'; write it as `openssl x509 -noout -subject -nameopt compat -in FILE`",
      ],
      [
        'CN = a, O = P',
        "subject of certificate 2 of application 'portal' of partner 'initech' is read as '/O=P/CN=a', but could also mean '/CN=a/O=P'; write it as `openssl x509 -noout -subject -nameopt compat -in FILE`",
      ],
      ['O = P, CN = a', ''],
      ['/CN=a/O=P', ''],
      ['CN=a,O=P', ''],
    ].map(([subject = '', says = '']) => [
      subject,
      says === '' ? [] : ['warning ambiguous-subject-order'],
      says,
      [
        [
          PORTAL,
          `      - sha256: '${'3'.repeat(64)}'`,
          `      - sha256: '${'3'.repeat(64)}'\n      - subject: ${says === '' ? '' : '«'}${subject}`,
        ],
      ],
    ]),
  ));

describe('an application has the certificates that mtls policies require:', () =>
  findings([
    [
      'an application without certificates',
      ['error missing-certificate'],
      "application 'portal' of partner 'initech' has no client certificate with sha256 for environment 'sandbox', but mtls policy 'registered-certificate' of api 'sim-swap' requires one",
      [
        [PORTAL, `    certificates:\n      - sha256: '${'3'.repeat(64)}'\n`, ''],
        [PORTAL, '  sandbox:\n', '  «sandbox:\n'],
      ],
    ],
    [
      'a certificate without the required field',
      ['error missing-certificate'],
      'add it under credentials.sandbox.certificates with `sha256`',
      [[PORTAL, `      - sha256: '${'3'.repeat(64)}'`, '      «- subject: CN=portal']],
    ],
    [
      'a certificate with only one of two required fields',
      ['error missing-certificate', 'error missing-certificate'],
      'with `subject` and `sha256`',
      [
        ['policies.yaml', 'registered: thumbprint', 'registered: subject-and-thumbprint'],
        [PORTAL, '      - sha256', '      «- sha256'],
        [ACME, `          - sha256: '${'1'.repeat(64)}'`, `          «- sha256: '${'1'.repeat(64)}'`],
      ],
    ],
    ['a certificate with a thumbprint by default', [], '', [['policies.yaml', 'registered: thumbprint\n', '']]],
  ]));

describe('client CAs:', () =>
  findings([
    [
      'a certificate that is not of a CA',
      ['error invalid-client-ca'],
      "certificate of client CA 'leaf' of environment 'sandbox' is not the certificate of a CA",
      [
        [
          'environments.yaml',
          "audit: { endpoint: 'https://audit.sandbox.example' }",
          `  - name: leaf\n    certificate: «|\n${indented(LEAF_CERTIFICATE)}\naudit: { endpoint: 'https://audit.sandbox.example' }`,
        ],
      ],
    ],
    [
      'an incomplete certificate',
      ['error invalid-client-ca'],
      'is not a valid certificate in PEM format',
      [
        [
          'environments.yaml',
          "audit: { endpoint: 'https://audit.sandbox.example' }",
          `  - name: half\n    certificate: «|\n${indented(OTHER_CA_CERTIFICATE.replace(/\n.*\n.*\n/, '\n'))}\naudit: { endpoint: 'https://audit.sandbox.example' }`,
        ],
      ],
    ],
    [
      'a repeated certificate',
      ['error invalid-client-ca'],
      "certificate of client CA 'again' of environment 'sandbox' is also the certificate of client CA 'partner-ca' (catalog/environments.yaml:12)",
      [
        [
          'environments.yaml',
          "audit: { endpoint: 'https://audit.sandbox.example' }",
          "  - name: again\n    certificate: «|\n      @ca\naudit: { endpoint: 'https://audit.sandbox.example' }",
        ],
      ],
    ],
    [
      'a repeated name',
      ['error repeated-entry'],
      "'partner-ca' is listed twice in the client CAs of environment 'sandbox'; merge the two entries",
      [
        [
          'environments.yaml',
          "audit: { endpoint: 'https://audit.sandbox.example' }",
          `  - name: «partner-ca\n    certificate: |\n${indented(OTHER_CA_CERTIFICATE)}\naudit: { endpoint: 'https://audit.sandbox.example' }`,
        ],
      ],
    ],
    [
      'a second CA',
      [],
      '',
      [
        [
          'environments.yaml',
          "audit: { endpoint: 'https://audit.sandbox.example' }",
          `  - name: other\n    certificate: |\n${indented(OTHER_CA_CERTIFICATE)}\naudit: { endpoint: 'https://audit.sandbox.example' }`,
        ],
      ],
    ],
  ]));

test('warns in each environment about a client CA whose certificate is not valid yet', () => {
  const { catalog } = loadFiles(changed([]).files);
  const early = checkCatalog(catalog, '2026-11-20').filter(({ code }) => code === 'client-ca-outside-validity');
  expect(early.map(({ severity, message }) => `${severity} ${message}`)).toEqual(
    ['sandbox', 'staging', 'production'].map(
      (name) =>
        `warning certificate of client CA 'partner-ca' of environment '${name}' is not valid before 2026-11-21: until then, the gateway refuses client certificates of that CA`,
    ),
  );
});

test('warns in each environment about a client CA whose certificate has expired', () => {
  const { catalog } = loadFiles(changed([]).files);
  const ended = checkCatalog(catalog, '2130-01-01').filter(({ code }) => code === 'client-ca-outside-validity');
  expect(ended.map(({ severity, message }) => `${severity} ${message}`)).toEqual(
    ['sandbox', 'staging', 'production'].map(
      (name) => `warning certificate of client CA 'partner-ca' of environment '${name}' expired on 2126-10-28`,
    ),
  );
});

function indented(pem: string): string {
  return pem.trim().replace(/^/gm, '      ');
}
