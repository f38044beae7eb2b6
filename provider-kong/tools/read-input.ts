import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UnusableSchema } from './unusable-schema';

/**
 * Reads JSON as a shell's `>` wrote it: UTF-8, with or without a byte order mark, or UTF-16 (older PowerShell).
 *
 * @throws UnusableSchema when the file cannot be read or is not JSON
 */
export function readInput(path: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UnusableSchema(`cannot read ${path}: ${(error as NodeJS.ErrnoException).code}`);
  }
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnusableSchema(`${path} is not JSON: ${(error as SyntaxError).message}`);
  }
}

/** Version of a provider in the `.terraform.lock.hcl` beside a file, where `terraform init` left one. */
export function lockedVersion(path: string, source: string): string | undefined {
  const lock = join(dirname(path), '.terraform.lock.hcl');
  if (!existsSync(lock)) return undefined;
  for (const [, name, version] of readFileSync(lock, 'utf8').matchAll(
    /^provider "([^"]+)" \{\s*version\s*=\s*"([^"]+)"/gm,
  )) {
    if (name?.endsWith(`/${source}`)) return version;
  }
  return undefined;
}
