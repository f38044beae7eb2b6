import { createPublicKey } from 'node:crypto';
import type { Algorithm, Jwk, KeyProblem } from '../../../../core/model';
import { publicKey } from '../../../../core/model';
import { CA_CERTIFICATE } from './certificates';
import { ecPair, edPair, rsaPair, uselessPems } from './pairs';

const rsa = rsaPair();
const useless = uselessPems();

describe('a public key', () => {
  test('has the thumbprint that RFC 7638 publishes for its example', () => {
    const jwk: Jwk = {
      kty: 'RSA',
      n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
      e: 'AQAB',
      alg: 'RS256',
      kid: '2011-04-29',
    };
    expect(publicKey({ jwk })).toMatchObject({ ok: true, thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs' });
  });

  test('has the thumbprint that RFC 8037 publishes for its example', () => {
    const jwk: Jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
    expect(publicKey({ jwk })).toMatchObject({ ok: true, thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' });
  });

  test.each([
    ['RSA', rsa],
    ['EC', ecPair()],
    ['Ed25519', edPair()],
  ])('of type %s is the same as JWK and as PEM, with any line ends and indents', (_, pair) => {
    const untidy = `\n  ${pair.pem.replaceAll('\n', '\r\n')}\r\n`;
    const fromJwk = publicKey({ jwk: pair.jwk });
    expect(fromJwk).toMatchObject({ ok: true, pem: pair.pem });
    expect(publicKey({ pem: pair.pem })).toEqual(fromJwk);
    expect(publicKey({ pem: untidy })).toEqual(fromJwk);
    expect(publicKey({ jwk: { ...pair.jwk, kid: 'a', use: 'sig' } })).toEqual(fromJwk);
  });

  test('is the same with members that RFC 7517 requires to be ignored', () => {
    const more = {
      ext: true,
      key_ops: ['verify', 'encrypt'],
      x5c: ['MII…'],
      x5t: 'dGh1bWJwcmludA',
      'x5t#S256': 'A'.repeat(43),
      x5u: 'https://acme.example/key.pem',
      iat: 1_790_000_000,
      'acme:owner': { team: 'payments' },
    };
    for (const { jwk } of [rsa, ecPair(), edPair()]) {
      expect(publicKey({ jwk: { ...jwk, ...more } })).toEqual(publicKey({ jwk }));
    }
  });

  test('is the same with its own certificate in x5c, and is refused with that of another', async () => {
    const { jwk } = ecPair();
    const certificate = Buffer.from(CA_CERTIFICATE.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
    const own = createPublicKey(CA_CERTIFICATE).export({ format: 'jwk' }) as unknown as Jwk;
    const x5c = [certificate.toString('base64')];
    expect(publicKey({ jwk: { ...own, x5c } })).toEqual(publicKey({ jwk: own }));
    expect(publicKey({ jwk: { ...jwk, x5c } })).toMatchObject({
      ok: false,
      problem: 'certificate-mismatch',
    });
  });

  test('may be a PEM block of PKCS #1', () => {
    const pem = createPublicKey(rsa.pem).export({ type: 'pkcs1', format: 'pem' }).toString();
    expect(pem).toContain('BEGIN RSA PUBLIC KEY');
    expect(publicKey({ pem })).toEqual(publicKey({ pem: rsa.pem }));
  });

  test('is the same when the modulus is padded with zeros', () => {
    const n = Buffer.concat([Buffer.from([0, 0]), Buffer.from(rsa.jwk.n ?? '', 'base64url')]).toString('base64url');
    expect(publicKey({ jwk: { ...rsa.jwk, n } })).toEqual(publicKey({ jwk: rsa.jwk }));
  });

  test.each<[string, () => ReturnType<typeof rsaPair>, Algorithm, readonly Algorithm[]]>([
    ['RSA', () => rsa, 'RS256', ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']],
    ['P-256', () => ecPair('P-256'), 'ES256', ['ES256']],
    ['P-384', () => ecPair('P-384'), 'ES384', ['ES384']],
    ['P-521', () => ecPair('P-521'), 'ES512', ['ES512']],
    ['Ed25519', () => edPair(), 'EdDSA', ['EdDSA']],
    ['Ed448', () => edPair('ed448'), 'EdDSA', ['EdDSA']],
  ])('%s can be used with its algorithms and no other', (_, pair, usual, suits) => {
    const { jwk } = pair();
    expect(publicKey({ jwk })).toMatchObject({ ok: true, algorithm: usual, fixed: false, algorithms: suits });
    const every: Algorithm[] = [
      'RS256',
      'RS384',
      'RS512',
      'PS256',
      'PS384',
      'PS512',
      'ES256',
      'ES384',
      'ES512',
      'EdDSA',
    ];
    for (const algorithm of every) {
      const result = publicKey({ jwk }, algorithm);
      if (suits.includes(algorithm)) expect(result).toMatchObject({ ok: true, algorithm, fixed: true });
      else expect(result).toMatchObject({ ok: false, problem: 'unsuitable-algorithm', algorithm, suitable: suits });
    }
  });

  test('has the length of its modulus if it is an RSA key', () => {
    const read = (jwk: Jwk) => publicKey({ jwk });
    expect(read(rsa.jwk)).toMatchObject({ ok: true, modulusBits: 2048 });
    expect(read(rsaPair(3072).jwk)).toMatchObject({ ok: true, modulusBits: 3072 });
    expect(read(ecPair().jwk)).not.toHaveProperty('modulusBits');
  });

  test('takes its algorithm from the argument, its entry, or itself', () => {
    expect(publicKey({ jwk: { ...rsa.jwk, alg: 'PS256' } })).toMatchObject({ algorithm: 'PS256', fixed: true });
    expect(publicKey({ jwk: rsa.jwk, algorithm: 'PS384' })).toMatchObject({ algorithm: 'PS384', fixed: true });
    expect(publicKey({ jwk: rsa.jwk, algorithm: 'PS384' }, 'RS512')).toMatchObject({ algorithm: 'RS512' });
  });

  test('cannot be used with another algorithm than its own', () => {
    expect(publicKey({ jwk: { ...rsa.jwk, alg: 'PS256' }, algorithm: 'RS256' })).toMatchObject({
      ok: false,
      problem: 'conflicting-algorithms',
      alg: 'PS256',
      algorithm: 'RS256',
    });
  });
});

describe('a key that cannot change', () => {
  const jwk = Object.freeze({ ...rsa.jwk });

  test('is read once, for each algorithm that its entry names', () => {
    const source = Object.freeze({ jwk });
    expect(publicKey(source)).toBe(publicKey(source));
    expect(publicKey(source, 'PS256')).toMatchObject({ algorithm: 'PS256' });
    expect(publicKey(Object.freeze({ jwk, algorithm: 'PS384' as const }))).toMatchObject({ algorithm: 'PS384' });
    expect(publicKey(source)).toMatchObject({ algorithm: 'RS256' });
  });

  test('is read again if any part of it can change', () => {
    const changing = { ...ecPair().jwk };
    const source = Object.freeze({ jwk: changing });
    const before = publicKey(source);
    Object.assign(changing, ecPair().jwk);
    expect(publicKey(source)).toMatchObject({ ok: true });
    expect(publicKey(source)).not.toEqual(before);
  });
});

describe('a key is rejected', () => {
  const ec = ecPair();
  const spki = (pem: string) =>
    `-----BEGIN PUBLIC KEY-----\n${pem.split('\n').slice(1, -2).join('\n')}\n-----END PUBLIC KEY-----\n`;

  test.each<[string, Parameters<typeof publicKey>[0]]>([
    ['a private PEM', { pem: ec.privatePem }],
    ['a private PEM under the label of a public one', { pem: spki(ec.privatePem) }],
    ['an RSA private PEM under the label of a public one', { pem: spki(rsa.privatePem) }],
    [
      'an RSA private PEM under the label of a public one of PKCS #1',
      { pem: spki(rsa.privatePem).replaceAll('PUBLIC', 'RSA PUBLIC') },
    ],
    ...['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'].map((member): [string, Parameters<typeof publicKey>[0]] => [
      `a JWK with the private member '${member}'`,
      { jwk: { ...ec.jwk, [member]: 'AQAB', ext: true } },
    ]),
    ['a private key behind a public one', { pem: ec.pem + ec.privatePem }],
    ['a private JWK', { jwk: ec.privateJwk as unknown as Jwk }],
    ['a symmetric JWK', { jwk: { kty: 'RSA', k: 'c2VjcmV0' } as unknown as Jwk }],
  ])('as a private key, without showing any of it: %s', (_, source) => {
    const result = publicKey(source);
    expect(result).toEqual({ ok: false, problem: 'private-key' });
    const shown = JSON.stringify(result);
    for (const secret of [
      ec.privateJwk.d,
      ...ec.privatePem.split('\n').slice(1, -2),
      ...rsa.privatePem.split('\n').slice(1, -2),
    ]) {
      expect(shown).not.toContain(secret);
    }
  });

  test.each<[string, Parameters<typeof publicKey>[0], KeyProblem]>([
    ['a text that is not PEM', { pem: 'hello' }, { problem: 'not-a-public-pem' }],
    [
      'a PEM block without a key',
      { pem: '-----BEGIN PUBLIC KEY-----\naGVsbG8=\n-----END PUBLIC KEY-----\n' },
      { problem: 'invalid-pem' },
    ],
    ['two PEM blocks', { pem: ec.pem + ec.pem }, { problem: 'not-a-public-pem' }],
    [
      'a JWK without its curve',
      { jwk: { kty: 'EC', x: 'AQAB', y: 'AQAB' } },
      { problem: 'missing-members', type: 'EC', missing: ['crv'], required: ['crv', 'x', 'y'] },
    ],
    [
      'a point that is not on the curve',
      { jwk: { ...ec.jwk, y: ec.jwk.x ?? '' } },
      { problem: 'invalid-jwk', type: 'EC' },
    ],
    [
      'an Ed25519 key of the wrong length',
      { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AQAB' } },
      { problem: 'invalid-jwk', type: 'OKP' },
    ],
    [
      'a key that may not verify signatures',
      { jwk: { ...ec.jwk, key_ops: ['deriveKey'] } },
      { problem: 'not-for-verification' },
    ],
    [
      'an RSA key without a modulus',
      { jwk: { kty: 'RSA', e: 'AQAB' } },
      { problem: 'missing-members', type: 'RSA', missing: ['n'], required: ['n', 'e'] },
    ],
    [
      'a curve that no algorithm uses',
      { pem: useless.secp256k1 },
      { problem: 'unsupported-type', type: 'ec', curve: 'secp256k1' },
    ],
    ['a key for key agreement', { pem: useless.x25519 }, { problem: 'unsupported-type', type: 'x25519' }],
    ['a key restricted to RSASSA-PSS', { pem: useless['rsa-pss'] }, { problem: 'unsupported-type', type: 'rsa-pss' }],
  ])('as unusable: %s', (_, source, problem) => {
    expect(publicKey(source)).toEqual({ ok: false, ...problem });
  });

  test('as weak: RSA with fewer than 2048 bits', () => {
    const { jwk, pem } = rsaPair(1024);
    const problem = { ok: false, problem: 'rsa-too-short', bits: 1024, minimumBits: 2048 };
    expect(publicKey({ jwk })).toEqual(problem);
    expect(publicKey({ pem })).toEqual(problem);
  });

  test('as weak: RSA with exponent 1, for which anybody can forge signatures', () => {
    const jwk: Jwk = { ...rsa.jwk, e: 'AQ' };
    expect(createPublicKey({ key: { ...jwk }, format: 'jwk' }).asymmetricKeyDetails?.publicExponent).toBe(1n);
    expect(publicKey({ jwk })).toEqual({ ok: false, problem: 'rsa-insecure-exponent' });
  });

  test('as unusable: RSA so long that verifying signatures would overload the gateway', () => {
    const n = Buffer.alloc(2048, 0xff).toString('base64url');
    expect(publicKey({ jwk: { kty: 'RSA', n, e: 'AQAB' } })).toEqual({
      ok: false,
      problem: 'rsa-too-long',
      bits: 16_384,
      maximumBits: 8192,
    });
  });
});
