import { posix } from 'node:path';
import { mostUsed } from './most-used';

/** An existing document: its file, and the names that its path may contain. */
export interface ExistingDocument {
  /** Path as in positions: `catalog/apis/identity/sim-swap/sim-swap.yaml`. */
  readonly file: string;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Chooses the path of a new document, relative to the catalog folder: next to most documents of its kind. Where their paths contain
 * the name of the document, its partner or its domain, the new path contains the new name. A new document always gets a file of its
 * own, even next to files with several documents.
 *
 * @param root the catalog folder as in positions
 * @param names the names that the path may contain, including `name`
 * @param defaultPath the path if there is no document of the kind, with placeholders such as `{name}`
 */
export function choosePath(
  root: string,
  existing: Iterable<ExistingDocument>,
  names: Readonly<Record<string, string>>,
  defaultPath: string,
): string {
  const layouts = [...existing].filter(({ file }) => /\.ya?ml$/.test(file) && file.startsWith(`${root}/`));
  const layout = mostUsed(layouts.map((one) => layoutOf(one, root))) ?? defaultPath;
  return layout.replace(/\{(\w+)\}/g, (_, key: string) => names[key] ?? key);
}

/** `apis/{domain}/{name}/{name}.yaml` for `catalog/apis/identity/sim-swap/sim-swap.yaml`. */
function layoutOf({ file, names }: ExistingDocument, root: string): string {
  const path = file.slice(root.length + 1);
  const extension = posix.extname(path);
  const keyOf = (part: string) => Object.keys(names).find((key) => names[key] === part);
  const folders = path.split('/').slice(0, -1);
  const named = folders.map((part) => {
    const key = keyOf(part);
    return key === undefined ? part : `{${key}}`;
  });
  return [...named, `{name}${extension}`].join('/');
}
