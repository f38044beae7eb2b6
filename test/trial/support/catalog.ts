import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders: string[] = [];

/** Creates a folder that is deleted after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-runtime-'));
  folders.push(folder);
  return folder;
}

/** Copies the small catalog of these tests. */
export function smallCatalog(): string {
  const folder = path.join(temporaryFolder(), 'catalog');
  cpSync(path.join(__dirname, '..', 'catalog'), folder, { recursive: true });
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
