import { commandLine, type Detection } from '../../model';
import { filePosition } from './places';
import type { ReadFile } from './read-file';

/**
 * YAML files without any document. What was in them is gone from the catalog, and would go from the gateway: nobody empties a file
 * or comments it out to the end and wants to keep it unsaid.
 *
 * @param isUsed whether a file has a finding of its own, because a document names it
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
        message: `file holds no document${/^\s*#/.test(source.text) ? ', only comments' : ''}`,
        hint: "delete it, or write a document into it, with 'kind:' and 'name:'",
        at: filePosition(source.file),
      },
    ];
  });
}

/** Whether nothing is in a file, which could be read. */
export function isEmpty({ documents, findings }: ReadFile): boolean {
  return documents.length + findings.length === 0;
}

/** A folder in which nothing is found. */
export function emptyCatalog(root: string): Detection {
  return {
    code: 'empty-catalog',
    message: `folder '${root}' holds no document`,
    hint: `name the folder that holds the catalog, or write a first one with '${commandLine('init', 'my-programme')}'`,
    at: filePosition(root),
  };
}
