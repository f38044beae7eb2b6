import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../model';
import { fileProblem } from '../model/messages/file-problem';
import { errorCode } from '../model/messages/thrown';
import { UserError } from './user-error';

/** What repositories begin with, and what editors leave: a programme can be written beside it. */
const BESIDE =
  /^(readme|licen[cs]e|copying|notice|authors|contributing|code_of_conduct|security|changelog|codeowners)([.-].*)?$|^\.(git.*|vscode|idea|editorconfig|mailmap|DS_Store)$/i;

const README = /^readme(\..*)?$/i;

/** What a folder holds into which a programme is to be written. */
export class TargetFolder {
  /** Names of files and folders, sorted, without Git's own. */
  readonly names: readonly string[];

  /**
   * @param shown the folder as messages name it
   * @throws UserError when the folder cannot be used, has a catalog, or holds something else of which nobody knows what it is for
   */
  constructor(
    private readonly folder: string,
    shown: string,
  ) {
    this.names = namesIn(folder, shown).filter((name) => name !== '.git');
    const catalog = `${shown.replace(/\/+$/, '')}/catalog`;
    if (this.names.includes('catalog') && namesIn(join(folder, 'catalog'), catalog).length > 0)
      throw new UserError(
        `'${shown}' has a catalog: '${catalog}'`,
        `check it with '${commandLine('check', catalog)}', or name another folder`,
      );
    const strange = this.names.filter((name) => name !== 'catalog' && !BESIDE.test(name));
    const [first] = strange;
    if (first === undefined) return;
    const rest = strange.length > 1 ? ` and ${strange.length - 1} more` : '';
    throw new UserError(
      `'${shown}' is not empty: it holds ${first}${rest}`,
      'name a new folder, or one that holds nothing but a README, a licence and settings of Git and of editors',
    );
  }

  /** Whether something has the place of a file that would be written: it itself, or another README. */
  has(path: string): boolean {
    if (README.test(path) && this.names.some((name) => README.test(name))) return true;
    try {
      return lstatSync(join(this.folder, path), { throwIfNoEntry: false }) !== undefined;
    } catch (error) {
      // The path leads through a file: nothing is there, and writing to it fails with a message of its own.
      if (errorCode(error) === 'ENOTDIR') return false;
      throw error;
    }
  }
}

function namesIn(folder: string, shown: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new UserError(`cannot use '${shown}': ${fileProblem(error) ?? 'it cannot be read'}`);
  }
}
