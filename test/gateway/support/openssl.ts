import { spawnSync } from 'node:child_process';

/** Why nothing can be printed by OpenSSL's own program here; undefined: it can. */
export const openSslMissing: string | undefined =
  spawnSync('openssl', ['version']).status === 0 ? undefined : "no 'openssl' on the PATH";

/**
 * A certificate's subject as OpenSSL's own program prints it.
 *
 * @param nameopt how; default: the program's
 */
export function printedSubject(pem: string, nameopt?: string): string {
  const key = JSON.stringify([pem, nameopt]);
  const known = printed.get(key) ?? print(pem, nameopt);
  printed.set(key, known);
  return known;
}

/** Every Lua compares the same prints. */
const printed = new Map<string, string>();

function print(pem: string, nameopt: string | undefined): string {
  const options = nameopt === undefined ? [] : ['-nameopt', nameopt];
  const { status, stdout, stderr } = spawnSync('openssl', ['x509', '-noout', '-subject', ...options], { input: pem });
  if (status !== 0) throw new Error(`openssl ended with ${status}: ${stderr}`);
  return stdout.toString('utf8');
}
