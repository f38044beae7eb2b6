import {
  createHash,
  createHmac,
  createPublicKey,
  constants as cryptoConstants,
  type KeyObject,
  type VerifyKeyObjectInput,
  verify,
} from 'node:crypto';

/** Bytes in messages to Lua: one character per byte. */
export const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
export const textOf = (bytes: Buffer): string => bytes.toString('latin1');

interface KeyText {
  /** PEM, or a JWK in JSON. */
  readonly text: string;
  readonly format: string;
}

interface Signed extends KeyText {
  readonly signature: string;
  readonly data: string;
  readonly digest?: string;
  /** Whether it is RSASSA-PSS instead of PKCS #1 v1.5. */
  readonly pss: boolean;
  /** Whether an ECDSA signature is the concatenation of both numbers, as in JWS, instead of DER. */
  readonly raw: boolean;
}

/** The private members of a JWK. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** @throws Error if it is not a public key, or also contains a private one */
function keyOf({ text, format }: KeyText): KeyObject {
  if (format !== 'JWK') return createPublicKey({ key: text, format: 'pem' });
  const jwk = JSON.parse(text);
  const secret = PRIVATE_MEMBERS.filter((member) => member in jwk);
  if (secret.length > 0) throw new Error(`the key has the private members ${secret.join(', ')}`);
  return createPublicKey({ key: jwk, format: 'jwk' });
}

/** Host functions of the OpenSSL modules, implemented with Node's crypto. */
export const cryptoHost = {
  key(args: KeyText) {
    keyOf(args);
    return {};
  },
  verify({ signature, data, digest, pss, raw, ...key }: Signed) {
    const input: VerifyKeyObjectInput = {
      key: keyOf(key),
      ...(pss
        ? { padding: cryptoConstants.RSA_PKCS1_PSS_PADDING, saltLength: cryptoConstants.RSA_PSS_SALTLEN_AUTO }
        : {}),
      ...(raw ? { dsaEncoding: 'ieee-p1363' } : {}),
    };
    return { valid: verify(digest ?? null, bytesOf(data), input, bytesOf(signature)) };
  },
  hmac: ({ key, digest, data }: { key: string; digest: string; data: string }) => ({
    bytes: textOf(createHmac(digest, bytesOf(key)).update(bytesOf(data)).digest()),
  }),
  digest({ digest, data, hex = false }: { digest: string; data: string; hex?: boolean }) {
    const hash = createHash(digest).update(bytesOf(data));
    return { bytes: hex ? hash.digest('hex') : textOf(hash.digest()) };
  },
};
