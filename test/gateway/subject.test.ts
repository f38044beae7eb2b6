// Has to come first: the library below needs it when it is loaded.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import { readSubject, subjectOf } from '../../core/model';
import { Gateway } from './support/gateway';
import { openSslMissing, printedSubject } from './support/openssl';
import { onEveryLua } from './support/runtimes';

type JsonName = readonly Readonly<Record<string, readonly string[]>>[];

interface Case {
  readonly title: string;
  /** The parts in the order of the certificate. */
  readonly name: JsonName;
  /** The value of nginx's `$ssl_client_s_dn`: OpenSSL's RFC 2253 form. */
  readonly nginx: string;
  /** The spelling for a catalog; undefined if only the thumbprint can be used. */
  readonly written: string | undefined;
  /** Result of reading OpenSSL's output; default: it is understood. */
  readonly compat?: 'refused';
  readonly rfc2253?: 'refused' | 'ambiguous';
}

const CASES: readonly Case[] = [
  {
    title: 'the country first',
    name: [{ C: ['ES'] }, { O: ['Acme Bank'] }, { CN: ['checkout.acme.example'] }],
    nginx: 'CN=checkout.acme.example,O=Acme Bank,C=ES',
    written: 'CN=checkout.acme.example,O=Acme Bank,C=ES',
  },
  {
    title: 'the common name first, as created by `openssl req -subj /CN=…`',
    name: [{ CN: ['checkout.acme.example'] }, { O: ['Acme Bank'] }, { C: ['ES'] }],
    nginx: 'C=ES,O=Acme Bank,CN=checkout.acme.example',
    written: '/CN=checkout.acme.example/O=Acme Bank/C=ES',
    rfc2253: 'ambiguous',
  },
  {
    title: 'only a common name',
    name: [{ CN: ['checkout.acme.example'] }],
    nginx: 'CN=checkout.acme.example',
    written: 'CN=checkout.acme.example',
  },
  {
    title: 'the subject of an eIDAS QWAC',
    name: [
      { C: ['ES'] },
      { L: ['Alcalá'] },
      { O: ['Acme, S.A.'] },
      { '2.5.4.97': ['PSDES-BDE-3DFD21'] },
      { '2.5.4.5': ['B12345678'] },
      { CN: ['acme.example'] },
    ],
    nginx:
      'CN=acme.example,serialNumber=B12345678,organizationIdentifier=PSDES-BDE-3DFD21,O=Acme\\, S.A.,L=Alcal\\C3\\A1,C=ES',
    written:
      'CN=acme.example,serialNumber=B12345678,organizationIdentifier=PSDES-BDE-3DFD21,O=Acme\\, S.A.,L=Alcalá,C=ES',
  },
  {
    title: 'all kinds of special characters',
    name: [{ C: ['ES'] }, { O: ['#1 "A" + <B>; C\\D/E='] }, { OU: [' a '] }, { CN: ['x'] }],
    nginx: 'CN=x,OU=\\ a\\ ,O=\\#1 \\"A\\" \\+ \\<B\\>\\; C\\\\D/E=,C=ES',
    written: 'CN=x,OU=\\ a\\ ,O=\\#1 \\"A\\" \\+ \\<B\\>\\; C\\\\D/E=,C=ES',
    // OpenSSL does not escape the backslash.
    compat: 'refused',
  },
  {
    title: 'several attributes in one part',
    name: [{ C: ['ES'] }, { '2.5.4.5': ['42'], CN: ['x'] }],
    nginx: 'CN=x+serialNumber=42,C=ES',
    written: 'CN=x+serialNumber=42,C=ES',
  },
  {
    title: 'an e-mail address and a domain',
    name: [{ DC: ['com'] }, { DC: ['example'] }, { CN: ['x'] }, { E: ['a@b.example'] }],
    nginx: 'emailAddress=a@b.example,CN=x,DC=example,DC=com',
    written: 'emailAddress=a@b.example,CN=x,DC=example,DC=com',
  },
  {
    title: 'a uniqueIdentifier, which OpenSSL prints as uid',
    name: [{ '0.9.2342.19200300.100.1.44': ['u'] }, { CN: ['x'] }],
    nginx: 'CN=x,uid=u',
    written: 'CN=x,uniqueIdentifier=u',
    compat: 'refused',
    rfc2253: 'refused',
  },
  {
    title: 'an attribute type without a name',
    name: [{ C: ['ES'] }, { '1.3.6.1.4.1.99999.1': ['hello'] }, { CN: ['x'] }],
    nginx: 'CN=x,1.3.6.1.4.1.99999.1=#0C0568656C6C6F,C=ES',
    written: undefined,
    compat: 'refused',
  },
  {
    title: 'parts that do not imply an order',
    name: [{ '2.5.4.5': ['42'] }, { CN: ['x'] }],
    nginx: 'CN=x,serialNumber=42',
    written: 'CN=x,serialNumber=42',
  },
];

/**
 * Output formats of OpenSSL, without those that are identical to the usual output for another name: the certificate's order without
 * spaces, which is the RFC 4514 form of the reversed name, and the order of RFC 4514 with spaces.
 */
const NAME_OPTIONS = [
  undefined,
  'compat',
  'RFC2253',
  'RFC2253,utf8,-esc_msb',
  'oneline',
  'multiline,utf8,-esc_msb',
  'sep_comma_plus_space,esc_2253,utf8,sname',
  'sep_comma_plus,dn_rev,esc_2253,utf8,sname',
  'sep_semi_plus_space,esc_2253,utf8,sname',
  'sep_multiline,esc_2253,utf8,sname',
  'lname,sep_comma_plus_space,esc_2253,utf8',
  'oid,sep_comma_plus_space,esc_2253,utf8',
];

const pems = new Map<string, string>();
beforeAll(async () => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  for (const { title, name } of CASES) {
    const created = await X509CertificateGenerator.createSelfSigned({
      name: name.map((part) =>
        Object.fromEntries(
          Object.entries(part).map(([type, values]) => [type, values.map((utf8String) => ({ utf8String }))]),
        ),
      ) as never,
      keys,
      signingAlgorithm: algorithm,
    });
    pems.set(title, created.toString('pem'));
  }
});
const pemOf = ({ title }: Pick<Case, 'title'>) => pems.get(title) ?? '';

test.each(CASES)('subjectOf returns a subject for the catalog from a certificate with $title', (testCase) => {
  expect(subjectOf(pemOf(testCase))).toBe(testCase.written);
});

onEveryLua('the comparison of subjects in partner-mtls', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const canonical = async (text: string) => {
    // Strings are bytes in messages to Lua.
    const args = [Buffer.from(text).toString('latin1')];
    return (await gateway.run('call_module', {
      module: 'kong.plugins.partner-mtls.subject',
      name: 'canonical',
      args,
    })) as string | null;
  };

  test.each(CASES)('treats the forms of catalog and nginx as equal for $title', async ({ nginx, written }) => {
    if (written === undefined) return;
    const read = readSubject(written);
    expect(read).toMatchObject({ ok: true });
    expect(await canonical(read.ok ? read.canonical : '')).toBe(await canonical(nginx));
  });

  test('never treats two different names as equal', async () => {
    const names = [
      ...CASES.map(({ nginx }) => nginx),
      ...['CN=a\\,b', 'CN=a', 'CN=A', 'CN=a\\00', 'CN=a\\\\00', 'CN=a+OU=b', 'CN=a,OU=b', 'OU=b,CN=a', 'CN=a\\+OU=b'],
      ...['UID=u', 'uid=u', 'CN=#0C0161', 'CN=\\#0C0161', 'CN=1:a', 'CN=a\\ ', 'CN=', 'CN=,CN=', 'CN=OU'],
    ];
    const forms = await Promise.all(names.map(canonical));
    expect(forms).not.toContain(null);
    expect(new Set(forms).size).toBe(names.length);
  });

  test('ignores the order of attributes within a part', async () => {
    expect(await canonical('CN=x+serialNumber=42,C=ES')).toBe(await canonical('serialNumber=42+CN=x,C=ES'));
  });

  test.each(['', 'x', 'CN', 'CN=a,', 'CN=a+', ',CN=a', 'CN=a,,O=b'])('rejects the malformed name %j', async (text) => {
    expect(await canonical(text)).toBeNull();
  });

  const title = 'the output of the openssl program';
  if (openSslMissing !== undefined)
    describe.skip(`${title} [skipped: ${openSslMissing}]`, () => test('', () => undefined));
  else {
    describe(title, () => {
      test.each(CASES)('for $title equals that of nginx in RFC 2253 form', (testCase) => {
        expect(printedSubject(pemOf(testCase), 'RFC2253')).toBe(`subject=${testCase.nginx}\n`);
      });

      /** How the output is read: as one canonical name, as two possible names, or not at all. */
      const interpret = async (pem: string, option: string | undefined) => {
        const read = readSubject(printedSubject(pem, option));
        if (!read.ok) return 'refused';
        if (!read.ambiguity) return canonical(read.canonical);
        const candidates = [read.ambiguity.assumed, read.ambiguity.other].map((text) => readSubject(text));
        return Promise.all(candidates.map((candidate) => canonical(candidate.ok ? candidate.canonical : '')));
      };

      test.each(CASES)('for $title is never read as another name, in any format', async (testCase) => {
        const expected = await canonical(testCase.nginx);
        for (const option of NAME_OPTIONS) {
          const names = await interpret(pemOf(testCase), option);
          const isCorrect = Array.isArray(names) ? names.includes(expected) : ['refused', expected].includes(names);
          expect([option, names, isCorrect]).toEqual([option, names, true]);
        }
      });

      test.each(CASES)('for $title is understood in its usual formats', async ({ compat, rfc2253, ...testCase }) => {
        const expected = await canonical(testCase.nginx);
        const outcome = async (option: string) => {
          const names = await interpret(pemOf(testCase), option);
          return Array.isArray(names) ? 'ambiguous' : names;
        };
        expect([await outcome('compat'), await outcome('RFC2253')]).toEqual([compat ?? expected, rfc2253 ?? expected]);
      });
    });
  }
});
