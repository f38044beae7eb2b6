import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { describeKeyProblem, type Jwk, publicKey, shellWord } from '../../model';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';
import { type Block, privateKeyError, readPublicFile } from './public-file';
import { keyOfRequest } from './request-key';

/**
 * Reads the public key from a file: a public key, a certificate request or a certificate in PEM or DER form, or a JWK.
 *
 * @throws UserError if there is no usable key, or if the file contains a private key
 */
export function readKey(context: CommandContext, displayPath: string): Jwk {
  const file = readPublicFile(context, displayPath, 'key');
  const jwk = file.json === undefined ? publicJwk(onlyKey(file.blocks, displayPath)) : jwkOf(file.json, displayPath);
  const result = publicKey({ jwk });
  if (!result.ok)
    throw new UserError(
      `the key in '${displayPath}' ${describeKeyProblem(result)}`,
      'pass an RSA key of 2048 to 8192 bits, an EC key on curve P-256, P-384 or P-521, or an Ed25519 or Ed448 key',
    );
  return jwk;
}

function onlyKey(blocks: readonly Block[], displayPath: string): KeyObject {
  const keys = blocks.flatMap((block) => keyOf(block) ?? []);
  const [key] = keys;
  // A chain of certificates begins with the owner's own.
  const isChain = blocks.every(({ label }) => label === 'CERTIFICATE');
  if (key && (keys.length === 1 || isChain)) return key;
  if (key)
    throw new UserError(`'${displayPath}' contains ${keys.length} public keys`, 'pass a file with exactly one key');
  if (blocks.some(({ der }) => /^(ssh-|ecdsa-)/.test(der.subarray(0, 8).toString('latin1'))))
    throw new UserError(
      `'${displayPath}' contains a public key in OpenSSH format`,
      `convert it to PEM, and pass that instead: ssh-keygen -e -m PKCS8 -f ${shellWord(displayPath)} > public.pem`,
    );
  throw new UserError(
    `'${displayPath}' contains no readable public key`,
    "pass a public key ('PUBLIC KEY'), a certificate request or a certificate, in PEM or DER form, or a JWK",
  );
}

/** The key of one block; undefined if it has no readable key. */
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
      // Not this format: try the next one.
    }
  }
  return undefined;
}

/** The JWK members of the key itself, without metadata such as `kid`. */
function publicJwk(key: KeyObject): Jwk {
  const { kty, crv, n, e, x, y } = key.export({ format: 'jwk' });
  const members = { kty, crv, n, e, x, y };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as unknown as Jwk;
}

function jwkOf(json: string, displayPath: string): Jwk {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UserError(`'${displayPath}' starts like JSON but is not valid JSON`, 'pass the JWK as it was exported');
  }
  const { keys } = value as { keys?: unknown };
  const found: readonly unknown[] = Array.isArray(keys) ? keys : [value];
  if (found.some((one) => isMap(one) && 'k' in one))
    throw new UserError(
      `'${displayPath}' contains a symmetric key, which must never be in a catalog`,
      'it has no public part; ask the partner for the public key of a key pair (RSA, EC or Ed25519)',
    );
  if (found.some((one) => isMap(one) && ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth'].some((name) => name in one)))
    throw privateKeyError(
      displayPath,
      'key',
      `jq 'walk(if type == "object" then del(.d,.p,.q,.dp,.dq,.qi,.oth) else . end)' ${shellWord(displayPath)} > public.json`,
    );
  if (found.length !== 1)
    throw new UserError(`'${displayPath}' contains ${found.length} keys`, 'pass a file with exactly one key');
  try {
    return publicJwk(createPublicKey({ key: found[0] as never, format: 'jwk' }));
  } catch {
    throw new UserError(
      `'${displayPath}' is not a readable JWK`,
      'pass the JWK as it was exported, with its public members only',
    );
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
