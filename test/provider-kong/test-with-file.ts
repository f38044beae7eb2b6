import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A test that needs a file that not every machine has: reported as skipped, with the reason in its name, where it is missing. */
export function testWithFile(path: string, name: string, run: (path: string) => void): void {
  const absolute = resolve(__dirname, '../..', path);
  if (existsSync(absolute)) test(name, () => run(absolute));
  else test.skip(`${name} (skipped: ${path} is not there)`, () => run(absolute));
}
