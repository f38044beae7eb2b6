import { posix } from 'node:path';
import { isMap } from '../../model';
import { type Located, memberOf, type OpenApiFile, rootOf } from './located';
import { nearFile, nearPointer } from './near-reference';

/** Gives a file of the catalog by its path; undefined, with a finding elsewhere, where it cannot be read. */
export interface OpenApiFiles {
  /** Whether the catalog has the file. */
  has(path: string): boolean;
  open(path: string): OpenApiFile | undefined;
  /** The paths of all files. */
  paths(): Iterable<string>;
}

/** Where a `$ref` leads. */
export type Target = { readonly target: Located } | { readonly broken: BrokenReference };

/** A `$ref` that leads to nothing that can be used. */
export interface BrokenReference {
  /** The `$ref` itself, which in a chain of references may be in another file. */
  readonly at: Located;
  /** What follows the reference in a sentence: `leads to itself`. */
  readonly what: string;
  readonly hint: string | (() => string);
  /** Why no reference to that file can be followed, or is looked at; default: only this one leads to nothing. */
  readonly file?: 'unusable' | 'outside';
}

/** References that lead to references: more than a few are a mistake, or meant to take long. */
const MAX_STEPS = 20;

/**
 * Follows the references of a value, through the files of the catalog, to the first value that is not a reference.
 *
 * @param passed called with each value on the way that is a reference, so that what is written beside `$ref` can be seen
 */
export function follow(files: OpenApiFiles, start: Located, passed?: (reference: Located) => void): Target {
  const seen = new Set<string>();
  let current = start;
  for (;;) {
    const reference = memberOf(current, '$ref');
    if (!reference || !isMap(current.value)) return { target: current };
    const name = `${current.file.path} ${JSON.stringify(current.path)}`;
    if (seen.has(name) || seen.size > MAX_STEPS) return { broken: circle(reference) };
    seen.add(name);
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
  return broken(reference, 'leads to nothing', () => {
    const near = steps && nearPointer(file.root, steps);
    if (near !== undefined) return `did you mean '${name}#${near}'?`;
    return name === ''
      ? 'write what it should lead to, or correct it'
      : `correct it, or add the value to ${file.places.file}`;
  });
}

function fileOf(files: OpenApiFiles, reference: Located, name: string): OpenApiFile | { broken: BrokenReference } {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(name) || name.startsWith('//'))
    return broken(reference, 'leads to an address', 'download the file into the catalog and write its path', 'outside');
  const path = referencedPath(reference.file.path, name);
  if (path === undefined)
    return broken(reference, 'leads out of the catalog', 'copy the file into the catalog', 'outside');
  if (!files.has(path))
    return broken(
      reference,
      'leads to a file that does not exist',
      () => {
        const near = nearFile(reference.file.path, path, files.paths());
        return near === undefined ? 'the path counts from the file in which it is written' : `did you mean '${near}'?`;
      },
      'unusable',
    );
  return (
    files.open(path) ?? broken(reference, 'leads to a file that cannot be used', 'correct that file first', 'unusable')
  );
}

/** The path from the catalog's folder to which a relative reference leads; undefined outside the catalog. */
export function referencedPath(from: string, reference: string): string | undefined {
  const name = decoded(reference.split('#')[0] ?? '');
  const path = posix.normalize(posix.join(posix.dirname(from), name));
  return posix.isAbsolute(name) || path.startsWith('../') ? undefined : path;
}

/** The steps of a JSON pointer; undefined where a fragment is not one. */
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

/** Percent-encoding comes off first, then the escapes of JSON pointers (RFC 6901, section 6). */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function circle(at: Located): BrokenReference {
  return { at, what: 'leads to itself', hint: 'write the value out' };
}

function broken(
  at: Located,
  what: string,
  hint: BrokenReference['hint'],
  file?: BrokenReference['file'],
): { broken: BrokenReference } {
  return { broken: { at, what, hint, ...(file && { file }) } };
}
