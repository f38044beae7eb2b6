import { createHash } from 'node:crypto';
import { type Credentials, publicKey } from '../../model';

/**
 * The secret of a credential whose algorithm has none. Kong makes one up for every credential that is sent without, and the
 * provider then keeps it in the state, not marked as sensitive; so this constant is sent. It opens nothing: tokens are
 * verified with the public key, since the credential's algorithm is asymmetric. (docs/adr/0009-no-secrets.md)
 */
const NO_SECRET = 'unused-the-algorithm-is-asymmetric';

/** A credential of an application: what identifies it, and its attributes that do not name the application. */
export interface JwtCredential {
  /** Name among the application's credentials: the key's thumbprint (RFC 7638). */
  readonly name: string;
  /** Last part of its address. */
  readonly word: string;
  /** Its place among the application's keys, from 0. */
  readonly index: number;
  readonly attributes: Readonly<Record<'algorithm' | 'key' | 'rsa_public_key' | 'secret', string>>;
}

/**
 * The keys with which an application signs tokens. `key` is the key's thumbprint (RFC 7638), so two keys live side by side
 * during a rotation; the same key in another spelling is the same credential.
 *
 * @param owner words that name the application, for messages
 * @throws Error when a key cannot be used; the message holds no part of the key
 */
export function jwtCredentials({ keys = [] }: Credentials, owner: string): readonly JwtCredential[] {
  return keys.map((source, index) => {
    const key = publicKey(source);
    if (!key.ok) throw new Error(`key ${index + 1} of ${owner} ${key.message}; ${key.hint}`);
    const { algorithm, pem, thumbprint } = key;
    return {
      name: thumbprint,
      word: createHash('sha256').update(thumbprint).digest('hex').slice(0, 16),
      index,
      attributes: { algorithm, key: thumbprint, rsa_public_key: pem, secret: NO_SECRET },
    };
  });
}
