import type { DocumentCode, Path } from '../../model';
import { invalidCharacter } from '../../model/text/characters';
import { describeInvalidCharacter } from '../schema/invalid-character';
import { MAX_TEXT_PROBLEMS } from './bounds';
import type { TextProblem } from './text-problem';

/** Offsets in a text, in UTF-16 units; the end is exclusive. */
export type Range = readonly [start: number, end: number];

/** More would not help anybody. */
const MAX_UNKNOWN_PATHS = 500;

/** Collects the problems of the values of a document, and the paths of unknown values. */
export class ValueProblems {
  readonly found: TextProblem[] = [];
  /** Paths of unknown values; see YamlDocument. */
  readonly unknownPaths: Path[] = [];
  /** Problems of tags. */
  readonly #tags: readonly TextProblem[];

  /** @param isForeign whether the document is an API definition */
  constructor(
    readonly text: string,
    ofSyntax: readonly TextProblem[],
    private readonly isForeign: boolean,
  ) {
    this.#tags = ofSyntax.filter(({ local }) => local).slice(0, MAX_TEXT_PROBLEMS);
  }

  markUnknown(path: Path): void {
    if (this.unknownPaths.length < MAX_UNKNOWN_PATHS) this.unknownPaths.push([...path]);
  }

  /** Repeats the unknown paths of an anchored value at the path of its alias. */
  repeatUnknown(from: Path, to: Path): void {
    if (this.unknownPaths.length >= MAX_UNKNOWN_PATHS) return;
    const inside = this.unknownPaths.filter((path) => from.every((step, index) => path[index] === step));
    for (const path of inside) this.markUnknown([...to, ...path.slice(from.length)]);
  }

  /** Reports an invalid character, and returns whether there is one. */
  reportCharacter(text: string, span: Range, path: Path): boolean {
    // API definitions may contain any text. What is used of them is checked there.
    const found = this.isForeign ? undefined : invalidCharacter(text);
    if (!found) return false;
    const { message, hint } = describeInvalidCharacter(found);
    this.local('invalid-character', message, span, hint, path);
    return true;
  }

  /** Whether the tag before a value is reported. */
  hasWrongTag(start: number): boolean {
    return this.#tags.some(
      (tag) => tag.start <= start && /^(\S+(\s+\S+){0,2})?\s*$/.test(this.text.slice(tag.start, start)),
    );
  }

  /** A problem that affects only its own value. */
  local(code: DocumentCode, message: string, [start, end]: Range, hint: string, path: Path): void {
    this.found.push({ code, message, hint, start, end, local: true, path: [...path] });
  }

  /** A key that is dropped together with its value. */
  lost(message: string, [start, end]: Range, hint: string, path: Path): void {
    this.found.push({ code: 'yaml-key', message, hint, start, end, local: true, lost: true, path: [...path] });
  }

  /** A problem after which the whole document is uncertain. */
  problem(code: DocumentCode, message: string, [start, end]: Range, hint: string): void {
    this.found.push({ code, message, hint, start, end });
  }
}
