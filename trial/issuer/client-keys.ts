import { createHash, generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';

/**
 * The private keys of the clients, one file each, created on first use. The folder belongs to this machine: only its owner can read
 * the files, and they do not belong in a catalog or a repository.
 */
export class ClientKeys {
  constructor(readonly folder: string) {}

  /** The file of a client's private key. */
  fileOf(clientId: string): string {
    return join(this.folder, `${fileName(clientId)}.jwk.json`);
  }

  /** The client's private key; creates it if there is none. */
  get(clientId: string): JWK {
    const file = this.fileOf(clientId);
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
    const key = newClientKey(clientId);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
    return key;
  }
}

const MAX_FILE_NAME_LENGTH = 100;

/**
 * The file name for a client ID. A name that is too long, or that contains upper case and could collide with another one on a
 * case-insensitive file system, ends with '=', which no encoded ID contains, and a digest.
 */
function fileName(clientId: string): string {
  const name = encodeURIComponent(clientId).replaceAll('*', '%2A');
  if (name.length <= MAX_FILE_NAME_LENGTH && name === name.toLowerCase()) return name;
  const digest = createHash('sha256').update(clientId).digest('hex').slice(0, 16);
  return `${name.toLowerCase().slice(0, MAX_FILE_NAME_LENGTH)}=${digest}`;
}

/** Creates a private key. */
export function newClientKey(clientId: string): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: clientId, alg: 'ES256', use: 'sig' };
}

/** The public key of a private key. */
export function toPublicJwk({ d: _, ...key }: JWK): JWK {
  return key;
}
