import type { Path } from '../../model';
import { isMap, type Json } from '../../model';

/**
 * The offsets of the values of a document in its text: five numbers for each value, in preorder, maps in the order of their keys.
 * Start and end of the key (both -1 without a key), start and end of the value, and the index of the next value that this one does
 * not contain. Plain numbers, so that a read file can be stored and loaded again.
 */
export type Marks = readonly number[];

/** Numbers in the marks for each value. */
export const STRIDE = 5;

/** Offsets of one value in the text; ends are exclusive. */
export interface Mark {
  /** Range of the key, if the value is in a map. */
  readonly key?: readonly [start: number, end: number];
  readonly value: readonly [start: number, end: number];
}

/** Finds marks by path. The members of a value are indexed on first use. */
export class Locator {
  private readonly members = new Map<number, ReadonlyMap<string | number, number>>();
  /** Half the memory of a list, without its spare capacity: marks live as long as the catalog. */
  private readonly marks: Int32Array;

  constructor(
    marks: Marks,
    private readonly root: Json,
  ) {
    this.marks = new Int32Array(marks);
  }

  /** Marks of the value at a path; of the nearest parent if there is no such value. */
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

  /** Indices of the members of the value at an index. */
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

/** Collects marks during the walk of a document. */
export class MarkWriter {
  readonly marks: number[] = [];

  /** Number of values so far: the index of the next one. */
  get count(): number {
    return this.marks.length / STRIDE;
  }

  /** How many values the one at `index` contains, including itself. */
  size(index: number): number {
    return (this.marks[index * STRIDE + 4] ?? index + 1) - index;
  }

  /** Starts a value; `close` ends it. Returns its index. */
  open(key: readonly [number, number] | undefined, start: number, end: number): number {
    const index = this.count;
    this.marks.push(key?.[0] ?? -1, key?.[1] ?? -1, start, end, index + 1);
    return index;
  }

  /** Ends a value, which contains everything since `open`. */
  close(index: number): void {
    this.marks[index * STRIDE + 4] = this.count;
  }

  /** Repeats the marks of the value at index `from`, to which an alias refers, with the key of the alias. */
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
