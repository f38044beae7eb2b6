import { posix } from 'node:path';
import { isMap } from '../../model';
import { type Located, memberOf, type OpenApiFile, rootOf } from './located';
import { nearFile, nearPointer } from './near-reference';

/** The files of a catalog. `open` returns undefined if a file cannot be read, which is reported elsewhere. */
export interface OpenApiFiles {
  /** Whether the catalog has the file. */
  has(path: string): boolean;
  open(path: string): OpenApiFile | undefined;
  /** The paths of all files. */
  paths(): Iterable<string>;
}

/** The target of a `$ref`. */
export type Target = { readonly target: Located } | { readonly broken: BrokenReference };

/** A `$ref` without a usable target. */
export interface BrokenReference {
  /** The `$ref` itself, which in a chain of references may be in another file. */
  readonly at: Located;
  /** The end of a sentence about the reference: `refers to itself`. */
  readonly what: string;
  readonly hint: string | (() => string);
  /** Why no reference to that file can be followed; default: only this reference is broken. */
  readonly file?: 'unusable' | 'outside';
}

/** Longest chain of references. A longer one is a mistake, or an attack. */
const MAX_STEPS = 20;

/**
 * Follows the references of a value, through the files of the catalog, to the first value that is not a reference.
 *
 * @param passed called with each value in the chain that is a reference, whose other keys may matter
 */
export function follow(files: OpenApiFiles, start: Located, passed?: (reference: Located) => void): Target {
  const visited = new Set<string>();
  let current = start;
  for (;;) {
    const reference = memberOf(current, '$ref');
    if (!reference || !isMap(current.value)) return { target: current };
    const name = `${current.file.path} ${JSON.stringify(current.path)}`;
    if (visited.has(name) || visited.size > MAX_STEPS) return { broken: circle(reference) };
    visited.add(name);
    passed?.(current);
    const next = resolve(files, reference);
    if ('broken' in next) return next;
    current = next.target;
  }
}

/** The value that one `$ref` names: a relative reference of RFC 3986 with a JSON pointer (RFC 6901) as its fragment. */
export function resolve(files: OpenApiFiles, reference: Located): Target {
  const { value } = reference;
  if (typeof value !== 'string')
    return broken(reference, 'is not text', "write it like '#/components/pathItems/session'");
  const [name = '', ...fragment] = value.split('#');
  const file = name === '' ? reference.file : fileOf(files, reference, name);
  if ('broken' in file) return file;
  const steps = stepsOf(fragment.join('#'));
  const target = steps && lookUp(rootOf(file), steps);
  if (target) return { target };
  return broken(reference, 'refers to a value that does not exist', () => {
    const near = steps && nearPointer(file.root, steps);
    if (near !== undefined) return `did you mean '${name}#${near}'?`;
    return name === '' ? 'correct it, or add the value' : `correct it, or add the value to ${file.positions.file}`;
  });
}

function fileOf(files: OpenApiFiles, reference: Located, name: string): OpenApiFile | { broken: BrokenReference } {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(name) || name.startsWith('//'))
    return broken(reference, 'refers to a URL', 'download the file into the catalog, and write its path', 'outside');
  const path = referencedPath(reference.file.path, name);
  if (path === undefined)
    return broken(reference, 'refers to a file outside the catalog', 'copy the file into the catalog', 'outside');
  if (!files.has(path))
    return broken(
      reference,
      'refers to a file that does not exist',
      () => {
        const near = nearFile(reference.file.path, path, files.paths());
        return near === undefined
          ? 'write a path relative to the file that contains the reference'
          : `did you mean '${near}'?`;
      },
      'unusable',
    );
  return (
    files.open(path) ?? broken(reference, 'refers to a file that cannot be used', 'correct that file first', 'unusable')
  );
}

/** The path from the catalog's folder to which a relative reference refers; undefined outside the catalog. */
export function referencedPath(from: string, reference: string): string | undefined {
  const name = decoded(reference.split('#')[0] ?? '');
  const path = posix.normalize(posix.join(posix.dirname(from), name));
  return posix.isAbsolute(name) || path.startsWith('../') ? undefined : path;
}

/** The steps of a JSON pointer; undefined if a fragment is not one. */
function stepsOf(fragment: string): readonly string[] | undefined {
  const pointer = decoded(fragment);
  if (pointer !== '' && !pointer.startsWith('/')) return undefined;
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function lookUp(root: Located, steps: readonly string[]): Located | undefined {
  let current: Located | undefined = root;
  for (const step of steps) {
    if (!current) return undefined;
    if (Array.isArray(current.value) && !/^(0|[1-9][0-9]*)$/.test(step)) return undefined;
    current = memberOf(current, Array.isArray(current.value) ? Number(step) : step);
  }
  return current;
}

/** Percent-encoding is decoded first, then the escapes of JSON pointers (RFC 6901, section 6). */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function circle(at: Located): BrokenReference {
  return { at, what: 'refers to itself', hint: 'write the value out' };
}

function broken(
  at: Located,
  what: string,
  hint: BrokenReference['hint'],
  file?: BrokenReference['file'],
): { broken: BrokenReference } {
  return { broken: { at, what, hint, ...(file && { file }) } };
}
