import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../model';
import { fileProblem } from '../model/messages/file-problem';
import { errorCode } from '../model/messages/thrown';
import { UserError } from './user-error';

/** Files of a new repository, and settings of editors: a programme can be created next to them. */
const KEEPABLE =
  /^(readme|licen[cs]e|copying|notice|authors|contributing|code_of_conduct|security|changelog|codeowners)([.-].*)?$|^\.(git.*|vscode|idea|editorconfig|mailmap|DS_Store)$/i;

const README = /^readme(\..*)?$/i;

/** The folder in which a programme is to be created. */
export class ProgrammeFolder {
  /** Names of its files and folders, sorted, without `.git`. */
  readonly names: readonly string[];

  /**
   * @param displayPath the folder as messages name it
   * @throws UserError if the folder cannot be used, has a catalog, or contains other files
   */
  constructor(
    private readonly folder: string,
    displayPath: string,
  ) {
    this.names = namesIn(folder, displayPath).filter((name) => name !== '.git');
    const catalog = `${displayPath.replace(/\/+$/, '')}/catalog`;
    if (this.names.includes('catalog') && namesIn(join(folder, 'catalog'), catalog).length > 0)
      throw new UserError(
        `'${displayPath}' already contains a catalog: '${catalog}'`,
        `check it with '${commandLine('check', catalog)}', or choose another folder`,
      );
    const others = this.names.filter((name) => name !== 'catalog' && !KEEPABLE.test(name));
    const [first] = others;
    if (first === undefined) return;
    const rest = others.length > 1 ? ` and ${others.length - 1} more` : '';
    throw new UserError(
      `'${displayPath}' is not empty: it contains ${first}${rest}`,
      'choose a new folder, or one that contains only files such as a README, a licence, and settings of Git or an editor',
    );
  }

  /** Whether the folder already has a file to be written; any README counts for `README.md`. */
  has(path: string): boolean {
    if (README.test(path) && this.names.some((name) => README.test(name))) return true;
    try {
      return lstatSync(join(this.folder, path), { throwIfNoEntry: false }) !== undefined;
    } catch (error) {
      // A part of the path is a file, so the path does not exist; writing to it fails with its own message.
      if (errorCode(error) === 'ENOTDIR') return false;
      throw error;
    }
  }
}

function namesIn(folder: string, displayPath: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new UserError(`cannot use '${displayPath}': ${fileProblem(error) ?? 'it is not readable'}`);
  }
}
