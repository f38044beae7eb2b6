import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Files } from './programme';

/** The sample catalog for a test that is about it, or why there is none to test with. */
export type Sample = { readonly files: Files } | { readonly missing: string };

/** What the files of the sample come to, as this project keeps it. */
const SEAL = readFileSync(path.join(__dirname, '../fixtures/sample.sha256'), 'utf8').trim();

/**
 * The files of this repository's catalog by path. Operators edit and remove it, which must fail no test but only
 * `gatewright check`: where it is not there, cannot be read, or is not the sample as this project keeps it, there is no sample. Who changes the sample itself writes the sum that the skipped test names into the fixture.
 *
 * @param seal what the files have to come to
 */
export function sampleIn(folder: string = path.join(__dirname, '../../catalog'), seal: string = SEAL): Sample {
  if (!existsSync(folder)) return { missing: 'there is no catalog' };
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

/** Runs tests with the sample, or reports them as skipped, with the reason. */
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

/** A sum of names and texts, whichever line ends the checkout has. */
export function sumOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [name, text] of Object.entries(files)) hash.update(JSON.stringify([name, text.replaceAll('\r\n', '\n')]));
  return hash.digest('hex');
}
