import { isMap, type Json } from '../json';
import type { Path } from '../position';

/**
 * Where the values of a document stand in its text: five numbers for each value, in the order of a walk from the top, maps in
 * the order of their keys. Plain numbers, so that a read file can be stored and loaded again.
 * Key start and key end (both -1 where there is no key), value start, value end, and the index of the value after all that
 * this one holds.
 */
export type Marks = readonly number[];

const STRIDE = 5;

/** Offsets of one value in the text; ends are exclusive. */
export interface Mark {
  /** Span of the key that leads to the value, of a map. */
  readonly key?: readonly [start: number, end: number];
  readonly value: readonly [start: number, end: number];
}

/** Marks of the value at a path; of the nearest one above where the path leads to nothing. */
export function markAt(marks: Marks, root: Json, path: Path): Mark {
  let index = 0;
  let value = root;
  for (const step of path) {
    const place = placeOf(value, step);
    if (place === -1) break;
    index = child(marks, index, place);
    value = (value as Readonly<Record<string | number, Json>>)[step] as Json;
  }
  return mark(marks, index);
}

function placeOf(value: Json, step: string | number): number {
  if (Array.isArray(value)) return typeof step === 'number' && step >= 0 && step < value.length ? step : -1;
  return isMap(value) ? Object.keys(value).indexOf(String(step)) : -1;
}

function child(marks: Marks, parent: number, place: number): number {
  let index = parent + 1;
  for (let skipped = 0; skipped < place; skipped += 1) index = marks[index * STRIDE + 4] ?? index + 1;
  return index;
}

function mark(marks: Marks, index: number): Mark {
  const [keyStart = -1, keyEnd = -1, start = 0, end = 0] = marks.slice(index * STRIDE, index * STRIDE + 4);
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
