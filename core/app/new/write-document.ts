import { join } from 'node:path';
import { findings } from '../../checks';
import { type NewFile, writeNewFiles } from '../../edit/new-files';
import { FolderSource } from '../../load';
import { type Finding, hasErrors } from '../../model';
import { type CatalogFolder, catalogCommand, loadWith } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { OverlaySource } from '../overlay-source';
import { isThere, rejectOutside } from '../reject-outside';
import { UserError } from '../user-error';

/** The result of adding a document. */
export interface AddedDocument {
  /** The files that were written, as messages name them; the document comes first. */
  readonly written: readonly string[];
  /** What is left to do or to decide, one line each. */
  readonly notes: readonly string[];
  /** The command that shows the other errors of the catalog; undefined if there are none. */
  readonly otherErrors: string | undefined;
}

/** Whether the files cause no error, in themselves or elsewhere in the catalog. */
export function passesCheck(context: CommandContext, catalog: CatalogFolder, files: readonly NewFile[]): boolean {
  return check(context, catalog, files).caused.length === 0;
}

/**
 * Checks the new files together with the catalog, and writes them if the check passes.
 *
 * @param optionHints how to fix an error on the command line, by code: the hint of the finding names a file that is not written
 * @throws UserError with the findings if the check fails; nothing is written then
 */
export function writeDocument(
  context: CommandContext,
  catalog: CatalogFolder,
  files: readonly NewFile[],
  optionHints: ReadonlyMap<string, string> = new Map(),
): AddedDocument {
  for (const { path } of files) {
    rejectOutside(catalog, path);
    if (isThere(join(catalog.path, path)))
      throw new UserError(
        `file '${catalog.displayPath}/${path}' already exists`,
        'choose another name, or move the file',
      );
  }
  const { caused, others, texts } = check(context, catalog, files);
  if (caused.length > 0) {
    const hints = new Set(caused.flatMap(({ code }) => optionHints.get(code) ?? []));
    throw new UserError(
      'the catalog would fail the check with the new document; nothing was written',
      hints.size > 0 ? [...hints].join('; ') : undefined,
      { findings: caused, texts },
    );
  }
  const failure = writeNewFiles(catalog.path, files);
  if (failure) throw new UserError(`cannot write '${catalog.displayPath}/${failure.path}': ${failure.problem}`);
  return {
    written: files.map(({ path }) => `${catalog.displayPath}/${path}`),
    notes: [],
    otherErrors: hasErrors(others) ? catalogCommand(catalog, 'check') : undefined,
  };
}

/** The findings with the new files: errors that they cause, and all other findings. */
function check(context: CommandContext, catalog: CatalogFolder, files: readonly NewFile[]) {
  const source = new FolderSource(catalog.path, catalog.displayPath);
  const overlay = new OverlaySource(source, files);
  const loaded = loadWith(catalog, overlay);
  const names = new Set(files.map(({ path }) => `${catalog.displayPath}/${overlay.listedAs(path)}`));
  const found = findings(loaded, context.today);
  const errorsElsewhere = found.some(({ at, severity }) => severity === 'error' && !names.has(at.file));
  // A document may cause an error in another one, such as one with its name in `renamedFrom`.
  const before = errorsElsewhere ? findings(loadWith(catalog, source), context.today) : [];
  const known = new Set(before.map(identity));
  const isNew = (one: Finding) =>
    !OF_EMPTY_CATALOGS.has(one.code) && (names.has(one.at.file) || !known.has(identity(one)));
  return {
    caused: found.filter((one) => one.severity === 'error' && isNew(one)),
    others: found.filter((one) => !isNew(one)),
    texts: loaded.texts,
  };
}

/** An empty catalog has no Programme and no environment yet; that must not prevent its first team. */
const OF_EMPTY_CATALOGS: ReadonlySet<string> = new Set(['missing-programme', 'no-environment']);

function identity({ at, code, message }: Finding): string {
  return JSON.stringify([at, code, message]);
}
