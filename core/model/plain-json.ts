import type { CheckCode } from './base/check-code';
import { isMap, type Json, PlainMap } from './base/json';
import type { Path } from './base/position';
import { MAX_DEPTH, MAX_VALUES } from './bounds';
import { isErrorLike } from './messages/thrown';
import { oddCharacter } from './text/characters';

/** A value of a program that JSON cannot say. */
export interface NotJson {
  readonly code: CheckCode;
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

/** What became of a program's value. */
export interface PlainJson {
  readonly value: Json;
  /** How many values it holds. */
  readonly size: number;
  readonly problems: readonly NotJson[];
}

/** A frozen copy of a program's value as plain JSON, with everything in it that is none. */
export function plainJson(value: unknown): PlainJson {
  const copier = new Copier();
  try {
    const copied = copier.copy(value, []);
    return { value: copied, size: copier.count, problems: copier.problems };
  } catch (error) {
    // A getter or a proxy of the program threw.
    const message = `document cannot be read: ${isErrorLike(error) ? error.message.slice(0, 100) : 'it throws'}`;
    return {
      value: null,
      size: 1,
      problems: [...copier.problems, { code: 'unsupported-value', path: [], message, hint: 'use plain values' }],
    };
  }
}

class Copier {
  readonly problems: NotJson[] = [];
  private readonly above = new Set<object>();
  count = 0;

  copy(value: unknown, path: Path): Json {
    this.count += 1;
    if (this.count > MAX_VALUES || path.length > MAX_DEPTH) {
      if (this.count <= MAX_VALUES + 1)
        this.problem(path, 'document is too large or nested too deep', 'make it smaller');
      return null;
    }
    if (typeof value === 'string') this.text(value, path);
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value !== 'object')
      return this.problem(path, `value is ${describe(value)}`, HINTS[typeof value] ?? OTHER_HINT);
    if (this.above.has(value)) return this.problem(path, 'value holds itself', 'write the value out');
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
      return this.problem(
        path,
        `value is of the class ${name.slice(0, 60)}`,
        name === 'Date' ? "write it as text: '2026-10-01'" : OTHER_HINT,
      );
    }
    const map = new PlainMap();
    for (const key of Object.keys(value)) {
      if (key === '__proto__') this.problem([...path, key], "key '__proto__' is not allowed", 'remove it');
      else {
        this.text(key, [...path, key]);
        map[key] = this.copy((value as Readonly<Record<string, unknown>>)[key], [...path, key]);
      }
    }
    return Object.freeze(map);
  }

  /** Tells a character that nobody can see, or that is none. */
  private text(text: string, path: Path): void {
    const odd = oddCharacter(text);
    if (odd) this.problems.push({ code: 'invalid-character', path, ...odd });
  }

  private problem(path: Path, message: string, hint: string): null {
    this.problems.push({
      code: 'unsupported-value',
      path,
      message: `${message}; allowed are text, numbers, true, false, null, lists and maps`,
      hint,
    });
    return null;
  }
}

const OTHER_HINT = 'use a plain value';

const HINTS: Readonly<Record<string, string>> = {
  undefined: 'leave the field out: ...(value && { field: value })',
  function: 'call it',
  bigint: 'write it as text or as a number',
  number: 'write a finite number',
};

function describe(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`;
}

/** Whether an object is a plain map; its prototype may come from another realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (isMap(prototype) && Object.getPrototypeOf(prototype) === null);
}
