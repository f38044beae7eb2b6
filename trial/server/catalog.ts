import { statSync } from 'node:fs';
import { FolderSource, loadCatalog, loadTypeScript } from '../../core/load';
import { type Catalog, commandLine } from '../../core/model';
import { ConfigurationError } from './env';

/**
 * The catalog of a folder, whose documents have to be readable.
 *
 * @throws ConfigurationError when there is none, or a document is wrong
 */
export function loadFolder(folder: string): Catalog {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new ConfigurationError(`there is no catalog '${folder}'; name its folder in GATEWRIGHT_CATALOG`);
  const { catalog, diagnostics } = loadCatalog(new FolderSource(folder, folder), loadTypeScript(folder, folder));
  const first = diagnostics.find(({ severity }) => severity === 'error');
  if (first)
    throw new ConfigurationError(
      `${first.at.file}:${first.at.line}: ${first.message}; run '${commandLine('check', folder)}'`,
    );
  return catalog;
}
