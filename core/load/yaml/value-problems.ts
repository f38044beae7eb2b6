import type { DocumentCode, Path } from '../../model';
import { invalidCharacter } from '../../model/text/characters';
import { describeInvalidCharacter } from '../schema/invalid-character';
import { MAX_TEXT_PROBLEMS } from './bounds';
import type { Problem } from './problem';

/** Where something is in a text: offsets in UTF-16 units; the end is exclusive. */
export type Span = readonly [start: number, end: number];

/** Beyond this many, nobody reads what else is wrong. */
const MAX_LEFT_OUT = 500;

/** What is found while the value of a document is read: problems, and the values that are not what was written. */
export class ValueProblems {
  readonly found: Problem[] = [];
  /** Paths of values that are not what was written; see YamlDocument. */
  readonly leftOut: Path[] = [];
  /** What is wrong with tags. */
  readonly #tags: readonly Problem[];

  /** @param isForeign whether the document is an API's definition */
  constructor(
    readonly text: string,
    ofSyntax: readonly Problem[],
    private readonly isForeign: boolean,
  ) {
    this.#tags = ofSyntax.filter(({ local }) => local).slice(0, MAX_TEXT_PROBLEMS);
  }

  leaveOut(path: Path): void {
    if (this.leftOut.length < MAX_LEFT_OUT) this.leftOut.push([...path]);
  }

  /** Leaves out, below another path, what is left out below a path: an alias repeats what its anchor has. */
  repeatLeftOut(from: Path, to: Path): void {
    if (this.leftOut.length >= MAX_LEFT_OUT) return;
    const inside = this.leftOut.filter((path) => from.every((step, index) => path[index] === step));
    for (const path of inside) this.leaveOut([...to, ...path.slice(from.length)]);
  }

  /** Reports a character that nobody can see, or that is none, and says whether there is one. */
  odd(text: string, span: Span, path: Path): boolean {
    // What is used of an API's definition is looked at where it is used.
    const found = this.isForeign ? undefined : invalidCharacter(text);
    if (!found) return false;
    const { message, hint } = describeInvalidCharacter(found);
    this.local('invalid-character', message, span, hint, path);
    return true;
  }

  /** Whether the tag in front of a value is one that is reported. */
  hasWrongTag(start: number): boolean {
    return this.#tags.some(
      (tag) => tag.start <= start && /^(\S+(\s+\S+){0,2})?\s*$/.test(this.text.slice(tag.start, start)),
    );
  }

  /** A problem that spoils its own value alone. */
  local(code: DocumentCode, message: string, [start, end]: Span, hint: string, path: Path): void {
    this.found.push({ code, message, hint, start, end, local: true, path: [...path] });
  }

  /** A key that cannot be kept, and its value with it. */
  lost(message: string, [start, end]: Span, hint: string, path: Path): void {
    this.found.push({ code: 'yaml-key', message, hint, start, end, local: true, lost: true, path: [...path] });
  }

  /** A problem after which nothing in the document is sure. */
  problem(code: DocumentCode, message: string, [start, end]: Span, hint: string): void {
    this.found.push({ code, message, hint, start, end });
  }
}
