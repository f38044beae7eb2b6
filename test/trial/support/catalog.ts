import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders: string[] = [];

/** A new folder that lives as long as the tests of a file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-runtime-'));
  folders.push(folder);
  return folder;
}

/** A copy of the small catalog of these tests. */
export function smallCatalog(): string {
  const folder = path.join(temporaryFolder(), 'catalog');
  cpSync(path.join(__dirname, '..', 'catalog'), folder, { recursive: true });
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
