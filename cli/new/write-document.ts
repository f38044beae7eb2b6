import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { FolderSource, hasErrors, redact } from '../../model';
import { errorCode } from '../../model/wording/thrown';
import { findings } from '../../policies/rules/findings';
import { report } from '../../report';
import { type CatalogFolder, catalogCommand, loadWith } from '../catalog-folder';
import { Failure } from '../failure';
import { type Io, wantsColor } from '../io';
import type { TemplateFile } from '../templates/file';
import { writeFiles } from '../write-files';
import { OverlaySource } from './overlay-source';

/** Whether the catalog would still be fine with these files: no error stands in any of them. */
export function passes(io: Io, catalog: CatalogFolder, files: readonly TemplateFile[]): boolean {
  return check(io, catalog, files).own.length === 0;
}

/**
 * Checks what would be written together with the catalog, and writes it if it passes.
 *
 * @throws Failure when it would not pass; nothing is written then
 */
export function writeDocument(io: Io, catalog: CatalogFolder, files: readonly TemplateFile[]): void {
  for (const { path } of files) {
    refuseOutside(catalog, path);
    if (isThere(join(catalog.path, path)))
      throw new Failure(`there is a file '${catalog.shown}/${path}' already`, 'take another name, or move that file');
  }
  const { own, others, texts } = check(io, catalog, files);
  if (hasErrors(own)) {
    io.err(report(own, { format: 'pretty', texts, color: wantsColor(io, 'err'), redact }));
    throw new Failure('the new document would not pass the check of this catalog; nothing was written');
  }
  writeFiles(catalog.path, catalog.shown, files);
  for (const { path } of files) io.out(`wrote ${catalog.shown}/${path}\n`);
  if (hasErrors(others))
    io.err(`other documents of the catalog have errors: run '${catalogCommand(catalog, 'check')}'\n`);
}

/** A folder in the catalog may be a link. Where it leads out of the catalog `check` does not follow it, and neither is it written to. */
function refuseOutside(catalog: CatalogFolder, path: string): void {
  const root = realpathSync(catalog.path);
  let folder = dirname(path);
  while (folder !== '.' && !isThere(join(catalog.path, folder))) folder = dirname(folder);
  const real = realpathOf(join(catalog.path, folder));
  if (real === root || real?.startsWith(root + sep)) return;
  throw new Failure(
    `folder '${catalog.shown}/${folder}' is a link that leads ${real === undefined ? 'nowhere' : 'out of the catalog'}`,
    'put a folder in its place; links out of a catalog are not followed',
  );
}

/** Nothing is there below a file. A link is, wherever it leads. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Undefined for a link that leads nowhere. */
function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function check(io: Io, catalog: CatalogFolder, files: readonly TemplateFile[]) {
  const loaded = loadWith(catalog, new OverlaySource(new FolderSource(catalog.path, catalog.shown), files));
  const names = new Set(files.map(({ path }) => `${catalog.shown}/${path}`));
  const found = findings(loaded, io.today());
  const own = found.filter(({ at, severity }) => severity === 'error' && names.has(at.file));
  return { own, others: found.filter(({ at }) => !names.has(at.file)), texts: loaded.texts };
}
