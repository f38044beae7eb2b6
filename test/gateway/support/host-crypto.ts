import {
  createHash,
  createHmac,
  createPublicKey,
  constants as cryptoConstants,
  type KeyObject,
  type VerifyKeyObjectInput,
  verify,
} from 'node:crypto';

/** Bytes as they travel to Lua: one character each. */
export const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
export const textOf = (bytes: Buffer): string => bytes.toString('latin1');

interface KeyText {
  /** PEM, or a JWK as JSON. */
  readonly text: string;
  readonly format: string;
}

interface Signed extends KeyText {
  readonly signature: string;
  readonly data: string;
  readonly digest?: string;
  /** RSASSA-PSS instead of PKCS #1 v1.5. */
  readonly pss: boolean;
  /** ECDSA as the two numbers after each other, as JWS has it, instead of DER. */
  readonly raw: boolean;
}

/** Members of a JWK that hold a secret. */
const SECRET = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** @throws Error where it is no public key, and no more than that */
function keyOf({ text, format }: KeyText): KeyObject {
  if (format !== 'JWK') return createPublicKey({ key: text, format: 'pem' });
  const jwk = JSON.parse(text);
  const secret = SECRET.filter((member) => member in jwk);
  if (secret.length > 0) throw new Error(`the key has the private members ${secret.join(', ')}`);
  return createPublicKey({ key: jwk, format: 'jwk' });
}

/** What Node's crypto answers for the bundled OpenSSL modules. */
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
