import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A test that needs a file that some machines do not have; skipped, with the reason in its name, if the file is missing. */
export function testWithFile(path: string, name: string, run: (path: string) => void): void {
  const absolute = resolve(__dirname, '../..', path);
  if (existsSync(absolute)) test(name, () => run(absolute));
  else test.skip(`${name} (skipped: ${path} does not exist)`, () => run(absolute));
}
