import { statSync } from 'node:fs';
import { withSeverity } from '../../core/checks';
import { FolderSource, loadCatalog, loadTypeScript } from '../../core/load';
import { type Catalog, commandLine } from '../../core/model';
import { ConfigurationError } from './env';

/**
 * Loads the catalog of a folder.
 *
 * @throws ConfigurationError if the folder does not exist or the catalog has an error
 */
export function loadFolder(folder: string): Catalog {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new ConfigurationError(`the catalog folder '${folder}' does not exist; set GATEWRIGHT_CATALOG`);
  const { catalog, findings } = loadCatalog(new FolderSource(folder, folder), loadTypeScript(folder, folder));
  const error = withSeverity(findings).find(({ severity }) => severity === 'error');
  if (error)
    throw new ConfigurationError(
      `${error.at.file}:${error.at.line}: ${error.message}; run '${commandLine('check', folder)}'`,
    );
  return catalog;
}
