import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { findings } from '../../checks';
import { writeNewFiles } from '../../edit/new-files';
import type { TemplateFile } from '../../edit/templates/file';
import { FolderSource } from '../../load';
import { type Finding, hasErrors } from '../../model';
import { errorCode } from '../../model/messages/thrown';
import { type CatalogFolder, catalogCommand, loadWith } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';
import { OverlaySource } from './overlay-source';

/** What became of a new document. */
export interface AddedDocument {
  /** The files that were written, the document first, as messages name them. */
  readonly written: readonly string[];
  /** What is left to do or to decide; lines of text. */
  readonly notes: readonly string[];
  /** The command that shows what else is wrong in the catalog; undefined where nothing is. */
  readonly otherErrors: string | undefined;
}

/** Whether the catalog would still be fine with these files: they cause no error, in themselves or elsewhere. */
export function passes(context: CommandContext, catalog: CatalogFolder, files: readonly TemplateFile[]): boolean {
  return check(context, catalog, files).caused.length === 0;
}

/**
 * Checks what would be written together with the catalog, and writes it if it passes.
 *
 * @param options what to do on the command line about errors of some codes, since what they ask to edit is not written
 * @throws UserError when it would not pass, with the findings; nothing is written then
 */
export function writeDocument(
  context: CommandContext,
  catalog: CatalogFolder,
  files: readonly TemplateFile[],
  options: ReadonlyMap<string, string> = new Map(),
): AddedDocument {
  for (const { path } of files) {
    refuseOutside(catalog, path);
    if (isThere(join(catalog.path, path)))
      throw new UserError(`there is a file '${catalog.shown}/${path}' already`, 'take another name, or move that file');
  }
  const { caused, others, texts } = check(context, catalog, files);
  if (caused.length > 0) {
    const hints = new Set(caused.flatMap(({ code }) => options.get(code) ?? []));
    throw new UserError(
      'with the new document the catalog would not pass the check; nothing was written',
      hints.size > 0 ? [...hints].join('; ') : undefined,
      { findings: caused, texts },
    );
  }
  const failure = writeNewFiles(catalog.path, files);
  if (failure) throw new UserError(`cannot write '${catalog.shown}/${failure.path}': ${failure.problem}`);
  return {
    written: files.map(({ path }) => `${catalog.shown}/${path}`),
    notes: [],
    otherErrors: hasErrors(others) ? catalogCommand(catalog, 'check') : undefined,
  };
}

/** A folder in the catalog may be a link. Where it leads out of the catalog `check` does not follow it, and neither is it written to. */
function refuseOutside(catalog: CatalogFolder, path: string): void {
  const root = realpathSync(catalog.path);
  let folder = dirname(path);
  while (folder !== '.' && !isThere(join(catalog.path, folder))) folder = dirname(folder);
  const real = realpathOf(join(catalog.path, folder));
  if (real === root || real?.startsWith(root + sep)) return;
  throw new UserError(
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

/** What would be found: errors that the new files cause, and everything that has been there before. */
function check(context: CommandContext, catalog: CatalogFolder, files: readonly TemplateFile[]) {
  const source = new FolderSource(catalog.path, catalog.shown);
  const overlay = new OverlaySource(source, files);
  const loaded = loadWith(catalog, overlay);
  const names = new Set(files.map(({ path }) => `${catalog.shown}/${overlay.listedAs(path)}`));
  const found = findings(loaded, context.today);
  const errorsElsewhere = found.some(({ at, severity }) => severity === 'error' && !names.has(at.file));
  // A document may make another wrong, such as one that has its name in `renamedFrom`.
  const before = errorsElsewhere ? findings(loadWith(catalog, source), context.today) : [];
  const known = new Set(before.map(identity));
  const isNew = (one: Finding) => one.code !== ABOUT_ALL && (names.has(one.at.file) || !known.has(identity(one)));
  return {
    caused: found.filter((one) => one.severity === 'error' && isNew(one)),
    others: found.filter((one) => !isNew(one)),
    texts: loaded.texts,
  };
}

/** A catalog begins somewhere: that it has no environment yet is no reason to refuse its first team. */
const ABOUT_ALL = 'no-environment';

function identity({ at, code, message }: Finding): string {
  return JSON.stringify([at, code, message]);
}
