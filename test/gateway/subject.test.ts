// First: the library below asks for it when it is loaded.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import { readSubject, subjectOf } from '../../core/model';
import { Gateway } from './support/gateway';
import { openSslMissing, printedSubject } from './support/openssl';
import { onEveryLua } from './support/runtimes';

type JsonName = readonly Readonly<Record<string, readonly string[]>>[];

interface Case {
  readonly what: string;
  /** The parts in the certificate's order. */
  readonly name: JsonName;
  /** What nginx has in `$ssl_client_s_dn`: OpenSSL's RFC 2253 form. */
  readonly nginx: string;
  /** What a catalog says of it; undefined: nothing but the thumbprint. */
  readonly written: string | undefined;
  /** What becomes of OpenSSL's print of it; default: it is understood. */
  readonly compat?: 'refused';
  readonly rfc2253?: 'refused' | 'left open';
}

const CASES: readonly Case[] = [
  {
    what: 'the country first',
    name: [{ C: ['ES'] }, { O: ['Acme Bank'] }, { CN: ['checkout.acme.example'] }],
    nginx: 'CN=checkout.acme.example,O=Acme Bank,C=ES',
    written: 'CN=checkout.acme.example,O=Acme Bank,C=ES',
  },
  {
    what: 'the common name first, as `openssl req -subj /CN=…` makes it',
    name: [{ CN: ['checkout.acme.example'] }, { O: ['Acme Bank'] }, { C: ['ES'] }],
    nginx: 'C=ES,O=Acme Bank,CN=checkout.acme.example',
    written: '/CN=checkout.acme.example/O=Acme Bank/C=ES',
    rfc2253: 'left open',
  },
  {
    what: 'a common name alone',
    name: [{ CN: ['checkout.acme.example'] }],
    nginx: 'CN=checkout.acme.example',
    written: 'CN=checkout.acme.example',
  },
  {
    what: 'a QWAC of eIDAS',
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
    what: 'marks of every kind',
    name: [{ C: ['ES'] }, { O: ['#1 "A" + <B>; C\\D/E='] }, { OU: [' a '] }, { CN: ['x'] }],
    nginx: 'CN=x,OU=\\ a\\ ,O=\\#1 \\"A\\" \\+ \\<B\\>\\; C\\\\D/E=,C=ES',
    written: 'CN=x,OU=\\ a\\ ,O=\\#1 \\"A\\" \\+ \\<B\\>\\; C\\\\D/E=,C=ES',
    // OpenSSL leaves the backslash as it is.
    compat: 'refused',
  },
  {
    what: 'several attributes in one part',
    name: [{ C: ['ES'] }, { '2.5.4.5': ['42'], CN: ['x'] }],
    nginx: 'CN=x+serialNumber=42,C=ES',
    written: 'CN=x+serialNumber=42,C=ES',
  },
  {
    what: 'an e-mail address and a domain',
    name: [{ DC: ['com'] }, { DC: ['example'] }, { CN: ['x'] }, { E: ['a@b.example'] }],
    nginx: 'emailAddress=a@b.example,CN=x,DC=example,DC=com',
    written: 'emailAddress=a@b.example,CN=x,DC=example,DC=com',
  },
  {
    what: 'a uniqueIdentifier, which OpenSSL prints as uid',
    name: [{ '0.9.2342.19200300.100.1.44': ['u'] }, { CN: ['x'] }],
    nginx: 'CN=x,uid=u',
    written: 'CN=x,uniqueIdentifier=u',
    compat: 'refused',
    rfc2253: 'refused',
  },
  {
    what: 'a type without a name',
    name: [{ C: ['ES'] }, { '1.3.6.1.4.1.99999.1': ['hello'] }, { CN: ['x'] }],
    nginx: 'CN=x,1.3.6.1.4.1.99999.1=#0C0568656C6C6F,C=ES',
    written: undefined,
    compat: 'refused',
  },
  {
    what: 'parts that show no order',
    name: [{ '2.5.4.5': ['42'] }, { CN: ['x'] }],
    nginx: 'CN=x,serialNumber=42',
    written: 'CN=x,serialNumber=42',
  },
];

/**
 * Left out is what is word for word another name's usual print: the certificate's order without spaces, which is RFC 4514's form of
 * the mirrored name, and RFC 4514's order with spaces.
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
  for (const { what, name } of CASES) {
    const made = await X509CertificateGenerator.createSelfSigned({
      name: name.map((part) =>
        Object.fromEntries(
          Object.entries(part).map(([type, values]) => [type, values.map((utf8String) => ({ utf8String }))]),
        ),
      ) as never,
      keys,
      signingAlgorithm: algorithm,
    });
    pems.set(what, made.toString('pem'));
  }
});
const pemOf = ({ what }: Pick<Case, 'what'>) => pems.get(what) ?? '';

test.each(CASES)('a certificate with $what has a subject to write into a catalog', (one) => {
  expect(subjectOf(pemOf(one))).toBe(one.written);
});

onEveryLua('partner-mtls, comparing subjects', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const compared = async (text: string) => {
    // Texts are bytes on the way to Lua.
    const args = [Buffer.from(text).toString('latin1')];
    return (await gateway.run('call_module', {
      module: 'kong.plugins.partner-mtls.subject',
      name: 'canonical',
      args,
    })) as string | null;
  };

  test.each(CASES)('with $what, takes what the catalog says for what nginx prints', async ({ nginx, written }) => {
    if (written === undefined) return;
    const read = readSubject(written);
    expect(read).toMatchObject({ ok: true });
    expect(await compared(read.ok ? read.canonical : '')).toBe(await compared(nginx));
  });

  test('takes no name for another', async () => {
    const names = [
      ...CASES.map(({ nginx }) => nginx),
      ...['CN=a\\,b', 'CN=a', 'CN=A', 'CN=a\\00', 'CN=a\\\\00', 'CN=a+OU=b', 'CN=a,OU=b', 'OU=b,CN=a', 'CN=a\\+OU=b'],
      ...['UID=u', 'uid=u', 'CN=#0C0161', 'CN=\\#0C0161', 'CN=1:a', 'CN=a\\ ', 'CN=', 'CN=,CN=', 'CN=OU'],
    ];
    const forms = await Promise.all(names.map(compared));
    expect(forms).not.toContain(null);
    expect(new Set(forms).size).toBe(names.length);
  });

  test('takes the attributes of one part in any order', async () => {
    expect(await compared('CN=x+serialNumber=42,C=ES')).toBe(await compared('serialNumber=42+CN=x,C=ES'));
  });

  test.each(['', 'x', 'CN', 'CN=a,', 'CN=a+', ',CN=a', 'CN=a,,O=b'])('takes %j for no name', async (text) => {
    expect(await compared(text)).toBeNull();
  });

  const title = "what OpenSSL's own program prints";
  if (openSslMissing !== undefined)
    describe.skip(`${title} [skipped: ${openSslMissing}]`, () => test('', () => undefined));
  else {
    describe(title, () => {
      test.each(CASES)('with $what, is what nginx has', (one) => {
        expect(printedSubject(pemOf(one), 'RFC2253')).toBe(`subject=${one.nginx}\n`);
      });

      /** What the print is taken for: the name as it is compared, two of them, or none. */
      const takenFor = async (pem: string, option: string | undefined) => {
        const read = readSubject(printedSubject(pem, option));
        if (!read.ok) return 'refused';
        if (!read.doubt) return compared(read.canonical);
        const ways = [read.doubt.taken, read.doubt.other].map((way) => readSubject(way));
        return Promise.all(ways.map((way) => compared(way.ok ? way.canonical : '')));
      };

      test.each(CASES)('with $what, is never taken for another name, in any form', async (one) => {
        const right = await compared(one.nginx);
        for (const option of NAME_OPTIONS) {
          const taken = await takenFor(pemOf(one), option);
          const fine = Array.isArray(taken) ? taken.includes(right) : ['refused', right].includes(taken);
          expect([option, taken, fine]).toEqual([option, taken, true]);
        }
      });

      test.each(CASES)('with $what, is understood in its usual forms', async ({ compat, rfc2253, ...one }) => {
        const right = await compared(one.nginx);
        const outcome = async (option: string) => {
          const taken = await takenFor(pemOf(one), option);
          return Array.isArray(taken) ? 'left open' : taken;
        };
        expect([await outcome('compat'), await outcome('RFC2253')]).toEqual([compat ?? right, rfc2253 ?? right]);
      });
    });
  }
});
