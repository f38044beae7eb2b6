import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Files } from './programme';

/** The sample catalog, or why it is not available for tests. */
export type Sample = { readonly files: Files } | { readonly missing: string };

/** The checksum of the unedited sample. */
const SEAL = readFileSync(path.join(__dirname, '../fixtures/sample.sha256'), 'utf8').trim();

/**
 * The files of this repository's catalog by path. Operators edit and remove the catalog, which must not fail a test: the sample is
 * available only if the catalog is unedited. After a change of the sample itself, write the checksum that the skipped tests print
 * into the fixture.
 *
 * @param seal the expected checksum of the files
 */
export function sampleIn(folder: string = path.join(__dirname, '../../catalog'), seal: string = SEAL): Sample {
  if (!existsSync(folder)) return { missing: 'the catalog does not exist' };
  let files: Files;
  try {
    files = filesOf(folder);
  } catch {
    return { missing: 'the catalog cannot be read' };
  }
  if (Object.keys(files).length === 0) return { missing: 'the catalog is empty' };
  const sum = sumOf(files);
  if (sum !== seal) return { missing: `the catalog was edited: test/fixtures/sample.sha256 is not ${sum}` };
  return { files };
}

/** Defines tests with the sample, or skips them, with the reason. */
export function describeSample(title: string, define: (files: Files) => void): void {
  const sample = sampleIn();
  if ('files' in sample) describe(title, () => define(sample.files));
  else describe.skip(`${title} (skipped: ${sample.missing})`, () => test('has the sample', () => undefined));
}

function filesOf(folder: string): Files {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !statSync(path.join(folder, name)).isDirectory())
      .sort()
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** A checksum of names and texts, independent of line endings. */
export function sumOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [name, text] of Object.entries(files)) hash.update(JSON.stringify([name, text.replaceAll('\r\n', '\n')]));
  return hash.digest('hex');
}
