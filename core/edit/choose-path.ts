import { posix } from 'node:path';
import { mostUsed } from './most-used';

/** A document that is there: its file, and what the parts of the file's path may be named after. */
export interface ExistingDocument {
  /** As positions show it: `catalog/apis/identity/sim-swap/sim-swap.yaml`. */
  readonly file: string;
  readonly words: Readonly<Record<string, string>>;
}

/**
 * Where a new document goes, as a path from the catalog's folder: to where most documents of its kind are. A folder or a file
 * that is named after its document, partner or domain becomes one that is named after those of the new one. A file that
 * holds several documents gets no more of them: the new one is written beside it.
 *
 * @param root the catalog's folder as positions show it
 * @param words what the path may be named after, `name` among them
 * @param otherwise the path where there is no document of the kind, with `{name}` and its like
 */
export function choosePath(
  root: string,
  placed: Iterable<ExistingDocument>,
  words: Readonly<Record<string, string>>,
  otherwise: string,
): string {
  const layouts = [...placed].filter(({ file }) => /\.ya?ml$/.test(file) && file.startsWith(`${root}/`));
  const layout = mostUsed(layouts.map((one) => layoutOf(one, root))) ?? otherwise;
  return layout.replace(/\{(\w+)\}/g, (_, key: string) => words[key] ?? key);
}

/** `apis/{domain}/{name}/{name}.yaml` for `catalog/apis/identity/sim-swap/sim-swap.yaml`. */
function layoutOf({ file, words }: ExistingDocument, root: string): string {
  const path = file.slice(root.length + 1);
  const extension = posix.extname(path);
  const keyOf = (part: string) => Object.keys(words).find((key) => words[key] === part);
  const folders = path.split('/').slice(0, -1);
  const named = folders.map((part) => {
    const key = keyOf(part);
    return key === undefined ? part : `{${key}}`;
  });
  return [...named, `{name}${extension}`].join('/');
}
