import type { Path } from '../../model';
import { isMap, type Json } from '../../model';

/**
 * Where the values of a document stand in its text: five numbers for each value, in the order of a walk from the top, maps in
 * the order of their keys. Plain numbers, so that a read file can be stored and loaded again.
 * Key start and key end (both -1 where there is no key), value start, value end, and the index of the value after all that
 * this one holds.
 */
export type Marks = readonly number[];

/** Numbers in the marks for each value. */
export const STRIDE = 5;

/** Offsets of one value in the text; ends are exclusive. */
export interface Mark {
  /** Span of the key that leads to the value, of a map. */
  readonly key?: readonly [start: number, end: number];
  readonly value: readonly [start: number, end: number];
}

/** Finds marks by path. What a value holds is looked through once, when something in it is first asked for. */
export class Locator {
  private readonly members = new Map<number, ReadonlyMap<string | number, number>>();
  /** In half of the memory, and without the spare room of a list that has grown: they stay as long as the catalog. */
  private readonly marks: Int32Array;

  constructor(
    marks: Marks,
    private readonly root: Json,
  ) {
    this.marks = new Int32Array(marks);
  }

  /** Marks of the value at a path; of the nearest one above where the path leads to nothing. */
  at(path: Path): Mark {
    let index = 0;
    let value = this.root;
    for (const step of path) {
      const next = this.membersOf(index, value).get(step);
      if (next === undefined) break;
      index = next;
      value = (value as Readonly<Record<string | number, Json>>)[step] as Json;
    }
    return mark(this.marks, index);
  }

  /** Indices of what the value at an index holds. */
  private membersOf(parent: number, value: Json): ReadonlyMap<string | number, number> {
    const known = this.members.get(parent);
    if (known) return known;
    const steps = Array.isArray(value) ? value.keys() : isMap(value) ? Object.keys(value) : [];
    const members = new Map<string | number, number>();
    let index = parent + 1;
    for (const step of steps) {
      members.set(step, index);
      index = this.marks[index * STRIDE + 4] ?? index + 1;
    }
    this.members.set(parent, members);
    return members;
  }
}

function mark(marks: Int32Array, index: number): Mark {
  const [keyStart = -1, keyEnd = -1, start = 0, end = 0] = marks.subarray(index * STRIDE, index * STRIDE + 4);
  return keyStart === -1 ? { value: [start, end] } : { key: [keyStart, keyEnd], value: [start, end] };
}

/** Collects marks while a document is walked. */
export class MarkWriter {
  readonly marks: number[] = [];

  /** Number of values so far, which is the index of the next one. */
  get count(): number {
    return this.marks.length / STRIDE;
  }

  /** How many values the one at `index` stands for, itself included. */
  size(index: number): number {
    return (this.marks[index * STRIDE + 4] ?? index + 1) - index;
  }

  /** Notes a value before what it holds; `close` has to follow. Returns its index. */
  open(key: readonly [number, number] | undefined, start: number, end: number): number {
    const index = this.count;
    this.marks.push(key?.[0] ?? -1, key?.[1] ?? -1, start, end, index + 1);
    return index;
  }

  /** Ends a value: everything noted since `open` is held by it. */
  close(index: number): void {
    this.marks[index * STRIDE + 4] = this.count;
  }

  /** Notes again what was noted from index `from`: the value that an alias stands for, under the alias's own key. */
  repeat(from: number, key: readonly [number, number] | undefined): void {
    const shift = this.count - from;
    const start = this.marks.length;
    const end = (from + this.size(from)) * STRIDE;
    for (let at = from * STRIDE; at < end; at += 1) {
      const number = this.marks[at] ?? 0;
      this.marks.push(at % STRIDE === 4 ? number + shift : number);
    }
    this.marks[start] = key?.[0] ?? -1;
    this.marks[start + 1] = key?.[1] ?? -1;
  }
}
