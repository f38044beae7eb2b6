import fc from 'fast-check';
import { formatProblem } from '../../../../core/load/schema/format-problem';
import { readSubject } from '../../../../core/model';
import { loadText } from '../../../support/catalog';

const CANONICAL = 'CN=checkout.acme.example,O=Acme Bank,C=ES';
const QWAC =
  'CN=acme.example,serialNumber=B12345678,organizationIdentifier=PSDES-BDE-3DFD21,OU=Pagos,O=Acme\\, S.A.,L=Alcalá,C=ES';

const canonical = (text: string) => {
  const read = readSubject(text);
  return read.ok ? read.canonical : read;
};

describe('the spellings of one name are one name:', () => {
  test.each([
    'CN=checkout.acme.example,O=Acme Bank,C=ES',
    'CN=checkout.acme.example, O=Acme Bank, C=ES',
    'CN = checkout.acme.example , O = Acme Bank , C = ES',
    'CN=checkout.acme.example;O=Acme Bank;C=ES',
    'cn=checkout.acme.example,o=Acme Bank,c=ES',
    'commonName=checkout.acme.example,organizationName=Acme Bank,countryName=ES',
    '2.5.4.3=checkout.acme.example,OID.2.5.4.10=Acme Bank,oid.2.5.4.6=ES',
    'CN="checkout.acme.example",O="Acme Bank",C="ES"',
    'CN=checkout.acme.example,O=Acme\\20Bank,C=\\45\\53',
    'CN=checkout.acme.example,O=#0C0941636D652042616E6B,C=#13024553',
    'CN=checkout.acme.example,O=#0c0941636d652042616e6b,C=ES',
    'C = ES, O = Acme Bank, CN = checkout.acme.example',
    'C=ES, O=Acme Bank, CN=checkout.acme.example',
    'C=ES,O=Acme Bank,CN=checkout.acme.example',
    'subject=C = ES, O = Acme Bank, CN = checkout.acme.example',
    'Subject: C=ES, O=Acme Bank, CN=checkout.acme.example',
    'subject=CN=checkout.acme.example,O=Acme Bank,C=ES',
    '/C=ES/O=Acme Bank/CN=checkout.acme.example',
    'subject= /C=ES/O=Acme Bank/CN=checkout.acme.example\n',
    'subject=\n    countryName               = ES\n    organizationName          = Acme Bank\n    commonName                = checkout.acme.example\n',
    'CN=checkout.acme.example\nO=Acme Bank\nC=ES\n',
  ])('%j', (text) => {
    expect(canonical(text)).toBe(CANONICAL);
  });

  test.each([
    'C = ES, L = Alcal\\C3\\A1, O = "Acme, S.A.", OU = Pagos, organizationIdentifier = PSDES-BDE-3DFD21, serialNumber = B12345678, CN = acme.example',
    '/C=ES/L=Alcal\\xC3\\xA1/O=Acme, S.A./OU=Pagos/organizationIdentifier=PSDES-BDE-3DFD21/serialNumber=B12345678/CN=acme.example',
    'CN=acme.example,serialNumber=B12345678,2.5.4.97=PSDES-BDE-3DFD21,OU=Pagos,O=Acme\\, S.A.,L=Alcal\\c3\\a1,C=ES',
    'CN=acme.example, SERIALNUMBER=B12345678, OID.2.5.4.97=PSDES-BDE-3DFD21, OU=Pagos, O="Acme, S.A.", L=Alcalá, C=ES',
    'CN=acme.example,SERIALNUMBER=B12345678,2.5.4.97=#130f50534445532d4244452d334446443231'.replace('130f', '1310') +
      ',OU=Pagos,O=Acme\\, S.A.,L=Alcalá,C=ES',
  ])('of a QWAC (eIDAS), %s', (text) => {
    expect(canonical(text)).toBe(QWAC);
  });

  test.each([
    ['C=ES, O=Acme, serialNumber=42 + CN=a', 'CN=a+serialNumber=42,O=Acme,C=ES'],
    ['C=ES, O=Acme, CN=a + serialNumber=42', 'CN=a+serialNumber=42,O=Acme,C=ES'],
    ['/C=ES/O=Acme/serialNumber=42+CN=a', 'CN=a+serialNumber=42,O=Acme,C=ES'],
    ['/O=A+B/CN=a', 'CN=a,O=A\\+B'],
    ['/O=A\\+CN=x/CN=a', 'CN=a,O=A\\+CN=x'],
    ['/O=A\\/B/CN=a', 'CN=a,O=A/B'],
    ['DC=com, DC=example, CN=a', 'CN=a,DC=example,DC=com'],
    ['CN=a,DC=example,DC=com', 'CN=a,DC=example,DC=com'],
    ['E=a@b.example, CN=a, S=Madrid, C=ES', 'emailAddress=a@b.example,CN=a,ST=Madrid,C=ES'],
    ['UID=u,CN=a', 'UID=u,CN=a'],
    ['userId=u,CN=a', 'UID=u,CN=a'],
    ['uniqueIdentifier=u,CN=a', 'uniqueIdentifier=u,CN=a'],
    ['CN=#1 Shop', 'CN=\\#1 Shop'],
    ['CN=\\#0C0161', 'CN=\\#0C0161'],
    ['CN=\\ a\\ ', 'CN=\\ a\\ '],
    ['CN=a\\ \\ ', 'CN=a \\ '],
    ['CN=\\ ', 'CN=\\ '],
    ['CN= a  b ', 'CN=a  b'],
    ['CN=', 'CN='],
    ['CN=a\\0Ab', 'CN=a\\0Ab'],
    ['1.3.6.1.4.1.99999.1=#0c0568656c6c6f,CN=a', '1.3.6.1.4.1.99999.1=#0C0568656C6C6F,CN=a'],
    ['CN=a=b', 'CN=a=b'],
    ['CN=a/b', 'CN=a/b'],
  ])('%s is %s', (text, written) => {
    expect(canonical(text)).toBe(written);
  });
});

describe('names that look alike are different:', () => {
  test.each([
    ['/C=ES/O=P/CN=x', '/CN=x/O=P/C=ES'],
    ['CN=x,OU=a,OU=b', 'CN=x,OU=b,OU=a'],
    ['CN=a,O=b', 'CN=a\\,O=b'],
    ['CN=a+O=b', 'CN=a,O=b'],
    ['CN=a', 'CN=A'],
    ['CN=a', 'CN=a\\ '],
    ['CN=a b', 'CN=a  b'],
    ['UID=x', 'uniqueIdentifier=x'],
    ['SN=x', 'serialNumber=x'],
    ['1.2.3.4=#0C0161', '1.2.3.4=#130161'],
    ['CN=\\#0C0161', 'CN=#0C0161'],
    ['CN=é', 'CN=e\u0301'],
    ['CN=a\\5C00', 'CN=a00'],
  ])('%s and %s', (one, other) => {
    expect([typeof canonical(one), typeof canonical(other)]).toEqual(['string', 'string']);
    expect(canonical(one)).not.toBe(canonical(other));
  });
});

describe('a text that is not exactly one subject is rejected:', () => {
  test.each([
    ['O=Acme, Inc., CN=a', "'Inc., CN=a' is not an attribute", 'put a \\ before'],
    ['O=A + B, CN=a', "'B, CN=a' is not an attribute", 'put a \\ before'],
    ['CN="a', `'"a' is not an attribute`, 'quote the whole value'],
    ['CN="a"b', "'b' is not an attribute", 'quote the whole value'],
    ['checkout.acme.example', "'checkout.acme.example' is not an attribute", ''],
    ['CN=a,', 'its last attribute is missing', 'remove the comma'],
    ['  ', 'its last attribute is missing', ''],
    ['CN=a\\', "'\\' is not an attribute", ''],
    ['CN=a\\xb', 'the value of CN contains a \\ that does not escape anything', 'write \\\\'],
    ['CN=caf\\E9', 'the value of CN is not UTF-8', 'UTF-8'],
    ['/CN=\\x00a', 'the value of CN contains a zero byte', 'sha256'],
    ['/CN=a/b', "'/b' is not an attribute", 'before each slash'],
    ['/', "'/' is not an attribute", ''],
    ['/CN=a\\b', 'it contains a \\ that does not escape anything', 'write \\\\'],
    ['uid=x', "attribute type 'uid' is uniqueIdentifier", 'write `uniqueIdentifier` or `UID`'],
    ['cm=x', "attribute type 'cm' is not known", 'openssl x509'],
    ['1.3.6.1.4.1.99999.1=hello', 'has no name', 'write `1.3.6.1.4.1.99999.1=#…`'],
    ['CN=#0401', 'the value of CN is not a string in DER', '\\#'],
    [
      'CN=x, serialNumber=5',
      'it does not show the order of its parts',
      "write '/CN=x/serialNumber=5' or '/serialNumber=5/CN=x'",
    ],
    [`CN=${'é'.repeat(401)}`, 'it has 805 bytes, but at most 800', 'sha256'],
  ])('%s', (text, message, hint) => {
    expect(formatProblem('certificate-subject', text)).toEqual({
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });

  test('at its position, with the edit to make', () => {
    const document = (subject: string) =>
      `kind: Application\nname: a\npartner: p\ntitle: A\ncredentials:\n  sandbox:\n    clientId: c\n    certificates:\n      - subject: ${subject}\n`;
    const { findings } = loadText(document('/CN=a/b'));
    expect(findings.map(({ at, code, message, hint }) => [at.line, at.column, code, message, hint])).toEqual([
      [
        9,
        18,
        'malformed-value',
        "'subject' is '/CN=a/b'; '/b' is not an attribute such as /CN=checkout.acme.example",
        'in a value, put a \\ before each slash, or register the certificate by its `sha256`',
      ],
    ]);
    expect(loadText(document('/CN=a\\/b')).findings).toEqual([]);
  });
});

describe('a list in a form that other programs print in the other order', () => {
  test.each([
    ['CN=x, O=P', 'CN=x,O=P', '/O=P/CN=x', '/CN=x/O=P'],
    ['CN = x, O = P', 'CN=x,O=P', '/O=P/CN=x', '/CN=x/O=P'],
    ['O=P,CN=x', 'CN=x,O=P', '/O=P/CN=x', '/CN=x/O=P'],
  ])('%s is read in the usual order, and reports the other one', (text, written, assumed, other) => {
    expect(readSubject(text)).toEqual({ ok: true, canonical: written, ambiguity: { assumed, other } });
    expect(readSubject(assumed)).toEqual({ ok: true, canonical: written });
    expect(readSubject(other)).toMatchObject({ ok: true, canonical: written.split(',').reverse().join(',') });
  });

  test.each(['CN=x,O=P', 'O=P, CN=x', 'O = P, CN = x', '/CN=x/O=P', 'CN=x', 'CN = x'])('%s is unambiguous', (text) => {
    expect(readSubject(text)).not.toHaveProperty('ambiguity');
  });
});

const text = fc.string({ minLength: 0, maxLength: 12, unit: fc.constantFrom(...' ,+="\\<>;#/aé\u0301Zß0') });
const attribute = fc.record({ type: fc.constantFrom('CN', 'O', 'OU', 'C', 'UID', 'serialNumber'), text });
const name = fc.array(fc.array(attribute, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 });
type Name = readonly (readonly { readonly type: string; readonly text: string }[])[];

/** With slashes, everything escaped by its bytes: nothing of the code that is tested. */
const plainly = (parts: Name) =>
  parts
    .map((part) =>
      part
        .map(({ type, text: value }, index) => {
          const bytes = [...Buffer.from(value)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`);
          return `${index === 0 ? '/' : '+'}${type}=${bytes.join('')}`;
        })
        .join(''),
    )
    .join('');

test('a name is read back from its canonical form, and two names have two forms', () => {
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(name, (parts) => {
      const read = canonical(plainly(parts));
      if (typeof read !== 'string') throw new Error(JSON.stringify(read));
      // A part is a set: the order within it is not the name's.
      const identity = JSON.stringify(
        parts.map((part) => part.map(({ type, text: value }) => JSON.stringify([type, value])).sort()),
      );
      expect(seen.get(read) ?? identity).toBe(identity);
      seen.set(read, identity);
      const again = readSubject(read);
      if (again.ok && !again.ambiguity) expect(again.canonical).toBe(read);
    }),
    { numRuns: 500 },
  );
});

test('parses or rejects any text without throwing, in a short time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: fc.constantFrom(...'CN=,+/\\"# \n0aé;') }), (any) => {
      const read = readSubject(any);
      expect(read.ok ? read.canonical : read.problem.reason).not.toBe('');
    }),
  );
  for (const long of [' ', '\\', '/', 'CN=', '\\ ', '"', '+', '\n']) readSubject(`CN=${long.repeat(2000)}`);
});
