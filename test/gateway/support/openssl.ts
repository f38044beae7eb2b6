import { spawnSync } from 'node:child_process';

/** Why the openssl program is not available; undefined if it is. */
export const openSslMissing: string | undefined =
  spawnSync('openssl', ['version']).status === 0 ? undefined : "no 'openssl' on the PATH";

/**
 * A certificate's subject as printed by the openssl program.
 *
 * @param nameopt output format; default: that of the program
 */
export function printedSubject(pem: string, nameopt?: string): string {
  const key = JSON.stringify([pem, nameopt]);
  const subject = cache.get(key) ?? print(pem, nameopt);
  cache.set(key, subject);
  return subject;
}

/** Shared by the tests of every Lua. */
const cache = new Map<string, string>();

function print(pem: string, nameopt: string | undefined): string {
  const options = nameopt === undefined ? [] : ['-nameopt', nameopt];
  const { status, stdout, stderr } = spawnSync('openssl', ['x509', '-noout', '-subject', ...options], { input: pem });
  if (status !== 0) throw new Error(`openssl exited with status ${status}: ${stderr}`);
  return stdout.toString('utf8');
}
