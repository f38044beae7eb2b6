import { commandLine, type Detection } from '../../model';
import { filePosition } from './positions';
import type { ReadFile } from './read-file';

/**
 * YAML files without documents.
 *
 * @param isUsed whether a document refers to a file, which is then reported there
 */
export function emptyFiles(
  files: ReadonlyMap<string, ReadFile>,
  isUsed: (path: string) => boolean,
): readonly Detection[] {
  return [...files].flatMap(([path, file]) => {
    const { source } = file;
    if (!isEmpty(file) || isUsed(path)) return [];
    return [
      {
        code: 'empty-file',
        message: `file contains no document${/^\s*#/.test(source.text) ? ', only comments' : ''}`,
        hint: "delete it, or write a document into it, with 'kind:' and 'name:'",
        at: filePosition(source.file),
      },
    ];
  });
}

/** Whether a file could be read and contains no documents. */
export function isEmpty({ documents, findings }: ReadFile): boolean {
  return documents.length + findings.length === 0;
}

/** A folder without documents. */
export function emptyCatalog(root: string): Detection {
  return {
    code: 'empty-catalog',
    message: `folder '${root}' contains no documents`,
    hint: `pass the folder that contains the catalog, or create one with '${commandLine('init', 'my-programme')}'`,
    at: filePosition(root),
  };
}
