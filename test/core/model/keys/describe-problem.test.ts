import { describeCertificateProblem, describeKeyProblem, type KeyProblem } from '../../../../core/model';

const EC_FORM = { type: 'EC', curve: 'P-256' } as const;

test.each<[KeyProblem, string]>([
  [{ problem: 'private-key' }, 'is a private key'],
  [
    { problem: 'missing-members', type: 'EC', missing: ['x', 'y'], required: ['crv', 'x', 'y'] },
    "is a JWK of type EC without 'x' and 'y'",
  ],
  [{ problem: 'not-for-verification' }, "has `key_ops` without 'verify'"],
  [{ problem: 'invalid-jwk', type: 'OKP' }, 'is not a valid JWK of type OKP'],
  [{ problem: 'certificate-mismatch' }, 'does not match its certificate in `x5c`'],
  [{ problem: 'not-a-public-pem' }, 'is not a PEM block with a public key'],
  [{ problem: 'invalid-pem' }, 'is not a valid public key in PEM format'],
  [{ problem: 'rsa-too-short', bits: 1024, minimumBits: 2048 }, 'is an RSA key of 1024 bits, but the minimum is 2048'],
  [
    { problem: 'rsa-too-long', bits: 16_384, maximumBits: 8192 },
    'is an RSA key of 16384 bits, but the maximum is 8192',
  ],
  [{ problem: 'rsa-insecure-exponent' }, 'is an RSA key with an insecure exponent'],
  [
    { problem: 'unsupported-type', type: 'ec', curve: 'secp256k1' },
    'is a key of type ec on curve secp256k1, which no algorithm supports',
  ],
  [{ problem: 'unsupported-type', type: 'x25519' }, 'is a key of type x25519, which no algorithm supports'],
  [{ problem: 'conflicting-algorithms', alg: 'PS256', algorithm: 'RS256' }, 'is for PS256 but used with RS256'],
  [
    { problem: 'unsuitable-algorithm', form: EC_FORM, algorithm: 'RS256', suitable: ['ES256'] },
    'is a key on curve P-256 and cannot be used with RS256',
  ],
])('describes the problem of a key: %j', (problem, description) => {
  expect(describeKeyProblem(problem)).toBe(description);
});

test.each([
  ['invalid-pem', 'is not a valid certificate in PEM format'],
  ['not-a-ca', 'is not the certificate of a CA'],
  ['invalid-validity', 'has an invalid validity period'],
] as const)('describes the problem of a CA certificate: %s', (problem, description) => {
  expect(describeCertificateProblem({ ok: false, problem })).toBe(description);
});
