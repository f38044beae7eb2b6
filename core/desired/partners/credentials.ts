import { createHash } from 'node:crypto';
import { type Credentials, describeKeyProblem, publicKey } from '../../model';

/**
 * A placeholder for the secret of a credential. Kong generates a secret if none is sent, and the provider would store it in the state
 * without marking it as sensitive, so this constant is sent instead. It does not grant anything: the credential's algorithm is
 * asymmetric, so tokens are verified with the public key. (docs/adr/0009-no-secrets.md)
 */
const NO_SECRET = 'unused-the-algorithm-is-asymmetric';

/** A credential of an application: its identity, and the attributes that do not refer to the application. */
export interface JwtCredential {
  /** The key's thumbprint (RFC 7638), unique among the application's credentials. */
  readonly name: string;
  /** Last part of its address. */
  readonly addressPart: string;
  /** Index in the application's list of keys. */
  readonly index: number;
  readonly attributes: Readonly<Record<'algorithm' | 'key' | 'rsa_public_key' | 'secret', string>>;
}

/**
 * The credentials for the keys with which an application signs tokens. `key` is the key's thumbprint (RFC 7638), so that two keys can
 * coexist during a rotation and the same key in another encoding is the same credential.
 *
 * @param owner describes the application in messages
 * @throws Error if a key is not usable; the message does not contain any of the key
 */
export function jwtCredentials({ keys = [] }: Credentials, owner: string): readonly JwtCredential[] {
  return keys.map((source, index) => {
    const key = publicKey(source);
    if (!key.ok) throw new Error(`key ${index + 1} of ${owner} ${describeKeyProblem(key)}`);
    const { algorithm, pem, thumbprint } = key;
    return {
      name: thumbprint,
      addressPart: createHash('sha256').update(thumbprint).digest('hex').slice(0, 16),
      index,
      attributes: { algorithm, key: thumbprint, rsa_public_key: pem, secret: NO_SECRET },
    };
  });
}
