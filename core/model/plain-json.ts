import { isMap, type Json, PlainMap } from './base/json';
import type { Path } from './base/position';
import { MAX_DEPTH, MAX_VALUES } from './bounds';
import { isErrorLike } from './messages/thrown';
import { type InvalidCharacter, invalidCharacter } from './text/characters';

/** Why JSON cannot represent a value of a program. */
type Cause =
  /** A getter or a proxy threw; `error` is its message. */
  | { readonly is: 'throws'; readonly error?: string }
  /** The document is too large or nested too deep. */
  | { readonly is: 'too-large' }
  | { readonly is: 'circular' }
  /** The key `__proto__`. */
  | { readonly is: 'reserved-key' }
  /** An instance of a class. */
  | { readonly is: 'class'; readonly name: string }
  /** A function, a symbol, `undefined`, a bigint or a number that is not finite. */
  | { readonly is: 'type'; readonly type: string; readonly text: string }
  | { readonly is: 'character'; readonly character: InvalidCharacter };

/** A value of a program that JSON cannot represent. */
export type PlainJsonProblem = Cause & { readonly path: Path };

/** A copy of a program's value. */
export interface PlainJson {
  readonly value: Json;
  /** How many values it contains. */
  readonly size: number;
  readonly problems: readonly PlainJsonProblem[];
}

/** A frozen copy of a program's value as plain JSON, with the problems of everything that JSON cannot represent. */
export function plainJson(value: unknown): PlainJson {
  const copier = new Copier();
  try {
    const copied = copier.copy(value, []);
    return { value: copied, size: copier.count, problems: copier.problems };
  } catch (error) {
    const message = isErrorLike(error) ? error.message.slice(0, 100) : undefined;
    const problem = { path: [], is: 'throws', ...(message !== undefined && { error: message }) } as const;
    return { value: null, size: 1, problems: [...copier.problems, problem] };
  }
}

class Copier {
  readonly problems: PlainJsonProblem[] = [];
  private readonly above = new Set<object>();
  count = 0;

  copy(value: unknown, path: Path): Json {
    this.count += 1;
    if (this.count > MAX_VALUES || path.length > MAX_DEPTH) {
      if (this.count <= MAX_VALUES + 1) this.problem(path, { is: 'too-large' });
      return null;
    }
    if (typeof value === 'string') this.text(value, path);
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value !== 'object') return this.problem(path, { is: 'type', type: typeof value, text: textOf(value) });
    if (this.above.has(value)) return this.problem(path, { is: 'circular' });
    this.above.add(value);
    const copied = Array.isArray(value) ? this.list(value, path) : this.map(value, path);
    this.above.delete(value);
    return copied;
  }

  private list(value: readonly unknown[], path: Path): Json {
    // A hole in a list is undefined; Array.from visits it.
    return Object.freeze(Array.from(value, (item, index) => this.copy(item, [...path, index])));
  }

  private map(value: object, path: Path): Json {
    if (!isPlain(value)) {
      const name = String((value as { constructor?: { name?: unknown } }).constructor?.name ?? 'object');
      return this.problem(path, { is: 'class', name: name.slice(0, 60) });
    }
    const map = new PlainMap();
    for (const key of Object.keys(value)) {
      if (key === '__proto__') this.problem([...path, key], { is: 'reserved-key' });
      else {
        this.text(key, [...path, key]);
        map[key] = this.copy((value as Readonly<Record<string, unknown>>)[key], [...path, key]);
      }
    }
    return Object.freeze(map);
  }

  private text(text: string, path: Path): void {
    const character = invalidCharacter(text);
    if (character) this.problem(path, { is: 'character', character });
  }

  private problem(path: Path, cause: Cause): null {
    this.problems.push({ path, ...cause });
    return null;
  }
}

/** A number or `undefined` as text; nothing else is quoted in messages. */
function textOf(value: unknown): string {
  return typeof value === 'number' || value === undefined ? String(value) : '';
}

/** Whether an object is a plain map; its prototype may come from another realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (isMap(prototype) && Object.getPrototypeOf(prototype) === null);
}
