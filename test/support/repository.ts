import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hasErrors } from '../../model';
import { AS_OF, type Files, foundIn } from './programme';

/** The sample catalog for a test that is about it, or why there is none to test with. */
export type Sample = { readonly files: Files } | { readonly missing: string };

/**
 * The YAML files of this repository's catalog by path. Operators edit and remove it, which must fail no test but only
 * `gatewright check`: where it is not there, cannot be read or does not pass the check, there is no sample.
 */
export function sampleIn(folder: string = path.join(__dirname, '../../catalog')): Sample {
  if (!existsSync(folder)) return { missing: 'there is no catalog' };
  let files: Files;
  try {
    files = filesOf(folder);
  } catch {
    return { missing: 'the catalog cannot be read' };
  }
  if (Object.keys(files).length === 0) return { missing: 'the catalog is empty' };
  return hasErrors(foundIn(files, AS_OF)) ? { missing: 'the catalog does not pass the check' } : { files };
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
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(path.join(folder, name), 'utf8')]),
  );
}
