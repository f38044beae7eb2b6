import { describeKeyProblem, type KeyProblem } from '../../../model';
import { ALGORITHMS } from '../../../model/keys/algorithms';
import { type Found, found } from '../../check';
import type { CheckInput } from '../../input';

type KeyCode = 'key-algorithm-mismatch' | 'private-key' | 'unusable-key' | 'weak-key';

/**
 * Findings of one of the checks of public keys, of applications and of token policies. A key that several environments share by an
 * alias is reported once.
 */
export function* unusableKeys(code: KeyCode, { applicationKeys, issuerKeys }: CheckInput): Iterable<Found> {
  const reported = new Set<string>();
  for (const key of [...applicationKeys, ...issuerKeys]) {
    const { result } = key;
    if (result.ok) continue;
    const { hint, ...check } = checkFor(result);
    if (check.code !== code) continue;
    const { path, ...position } = key.at();
    const id = JSON.stringify(position);
    if (reported.has(id) && position.document === undefined) continue;
    reported.add(id);
    yield found({ ...position, path }, `${key.label} ${describeKeyProblem(result)}`, hint);
  }
}

function checkFor(key: KeyProblem): { readonly code: KeyCode; readonly hint: string } {
  switch (key.problem) {
    case 'private-key':
      return {
        code: 'private-key',
        hint: 'remove it, treat it as leaked, generate a new key pair, and register only the public key',
      };
    case 'missing-members':
      return { code: 'unusable-key', hint: `a key of type ${key.type} needs ${key.required.join(', ')}` };
    case 'not-for-verification':
      return {
        code: 'unusable-key',
        hint: 'remove `key_ops` if the key may verify signatures, or register one that may',
      };
    case 'invalid-jwk':
      return { code: 'unusable-key', hint: 'export the public key again' };
    case 'certificate-mismatch':
      return {
        code: 'unusable-key',
        hint: 'write the members of one key, or remove `x5c`: the gateway uses only the key',
      };
    case 'not-a-public-pem':
    case 'invalid-pem':
      return {
        code: 'unusable-key',
        hint: "write the complete PEM block 'PUBLIC KEY' (SubjectPublicKeyInfo), and nothing else",
      };
    case 'rsa-too-short':
      return { code: 'weak-key', hint: `register a key of at least ${key.minimumBits} bits` };
    case 'rsa-insecure-exponent':
      return { code: 'weak-key', hint: 'use the exponent 65537' };
    case 'rsa-too-long':
      return { code: 'unusable-key', hint: `use at most ${key.maximumBits} bits` };
    case 'unsupported-type':
      return {
        code: 'unusable-key',
        hint: `use RSA, EC on P-256, P-384 or P-521, Ed25519 or Ed448; supported algorithms are ${ALGORITHMS.join(', ')}`,
      };
    case 'conflicting-algorithms':
      return { code: 'key-algorithm-mismatch', hint: `write one algorithm: ${key.alg} or ${key.algorithm}` };
    case 'unsuitable-algorithm':
      return {
        code: 'key-algorithm-mismatch',
        hint: `use it with ${key.suitable.join(', ')}, or register another key`,
      };
  }
}
