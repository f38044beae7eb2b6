import { createHash, generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';

/**
 * The private keys with which clients prove who they are, one file each, made where there is none. The folder is for this
 * machine alone: its files are readable by their owner only, and a catalog or a repository has no use for them.
 */
export class ClientKeys {
  constructor(readonly folder: string) {}

  /** The file in which a client's private key is. */
  fileOf(clientId: string): string {
    return join(this.folder, `${fileName(clientId)}.jwk.json`);
  }

  /** The client's private key. */
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

const LONGEST_FILE_NAME = 100;

/**
 * A client id as the name of a file. What would be too long for a file system, or the same file as that of another client where
 * upper case and lower case are one, ends with '=', which no encoded id has, and a digest.
 */
function fileName(clientId: string): string {
  const name = encodeURIComponent(clientId).replaceAll('*', '%2A');
  if (name.length <= LONGEST_FILE_NAME && name === name.toLowerCase()) return name;
  const digest = createHash('sha256').update(clientId).digest('hex').slice(0, 16);
  return `${name.toLowerCase().slice(0, LONGEST_FILE_NAME)}=${digest}`;
}

/** A new private key. */
export function newClientKey(clientId: string): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: clientId, alg: 'ES256', use: 'sig' };
}

/** The public part of a key. */
export function toPublicJwk({ d: _, ...key }: JWK): JWK {
  return key;
}
