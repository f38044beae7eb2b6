import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { type Jwk, publicKey, shellWord } from '../../model';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';
import { type Block, privateKey, readPublicFile } from './public-file';
import { keyOfRequest } from './request-key';

/**
 * Reads the public key of a file: a public key, a certificate request or a certificate in PEM or DER form, or a JWK.
 *
 * @throws UserError when there is none that can be used, or when the file holds a private key
 */
export function readKey(context: CommandContext, shown: string): Jwk {
  const file = readPublicFile(context, shown, 'key');
  const jwk = file.json === undefined ? publicJwk(onlyKey(file.blocks, shown)) : jwkOf(file.json, shown);
  const result = publicKey({ jwk });
  if (!result.ok) throw new UserError(`the key in '${shown}' ${result.message}`, result.hint);
  return jwk;
}

function onlyKey(blocks: readonly Block[], shown: string): KeyObject {
  const keys = blocks.flatMap((block) => keyOf(block) ?? []);
  const [key] = keys;
  // A chain of certificates begins with the owner's own.
  const isChain = blocks.every(({ label }) => label === 'CERTIFICATE');
  if (key && (keys.length === 1 || isChain)) return key;
  if (key) throw new UserError(`'${shown}' holds ${keys.length} public keys`, 'give a file with the one that is meant');
  if (blocks.some(({ der }) => /^(ssh-|ecdsa-)/.test(der.subarray(0, 8).toString('latin1'))))
    throw new UserError(
      `'${shown}' holds a public key in OpenSSH's own form`,
      `this makes a PEM file of it, to be given instead: ssh-keygen -e -m PKCS8 -f ${shellWord(shown)} > public.pem`,
    );
  throw new UserError(
    `'${shown}' holds no public key that can be read`,
    "give a public key ('PUBLIC KEY'), a certificate request or a certificate, in PEM or DER form, or a JWK",
  );
}

/** The key of one block; undefined where it has none that can be read. */
function keyOf({ der }: Block): KeyObject | undefined {
  const readers = [
    () => createPublicKey({ key: der, format: 'der', type: 'spki' }),
    () => createPublicKey({ key: der, format: 'der', type: 'pkcs1' }),
    () => new X509Certificate(der).publicKey,
    () => keyOfRequest(der),
  ];
  for (const read of readers) {
    try {
      return read();
    } catch {
      // It is something else: the next reader, or else nobody, knows it.
    }
  }
  return undefined;
}

/** The members that make up the key, and nothing else. */
function publicJwk(key: KeyObject): Jwk {
  const { kty, crv, n, e, x, y } = key.export({ format: 'jwk' });
  const members = { kty, crv, n, e, x, y };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as unknown as Jwk;
}

function jwkOf(json: string, shown: string): Jwk {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UserError(`'${shown}' begins like JSON and is not valid JSON`, 'give the JWK as it was exported');
  }
  const { keys } = value as { keys?: unknown };
  const found: readonly unknown[] = Array.isArray(keys) ? keys : [value];
  if (found.some((one) => isMap(one) && 'k' in one))
    throw new UserError(
      `'${shown}' holds a symmetric key, of which nothing may be in a catalog`,
      'it has no public part; ask the partner for the public key of a key pair (RSA, EC or Ed25519)',
    );
  if (found.some((one) => isMap(one) && ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth'].some((name) => name in one)))
    throw privateKey(
      shown,
      'key',
      `jq 'walk(if type == "object" then del(.d,.p,.q,.dp,.dq,.qi,.oth) else . end)' ${shellWord(shown)} > public.json`,
    );
  if (found.length !== 1)
    throw new UserError(`'${shown}' holds ${found.length} keys`, 'give a file with the one that is meant');
  try {
    return publicJwk(createPublicKey({ key: found[0] as never, format: 'jwk' }));
  } catch {
    throw new UserError(
      `'${shown}' is not a JWK that can be read`,
      'give the JWK as it was exported, the public part alone',
    );
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
