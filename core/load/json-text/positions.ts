import { createScanner } from 'jsonc-parser';
import type { Path } from '../../model';
import { type Positions, type SourceText, spanPosition } from '../documents/positions';
import { isClosing, isOpening, TOKEN } from './token';

type Range = readonly [start: number, end: number];

/** Where a value and its key are in a text. */
interface Member {
  readonly key?: Range;
  readonly value: Range;
}

/**
 * Positions in a JSON text. They are computed on demand, and each map and list is scanned at most once, so the cost of a large file
 * depends on the positions that are needed.
 */
export function jsonPositions(source: SourceText): Positions {
  const locator = new JsonLocator(source.text);
  return {
    file: source.file,
    at: (path, part = 'value') => {
      const { key, value } = locator.at(path);
      const [start, end] = part === 'key' ? (key ?? value) : value;
      return spanPosition(source, start, end, path);
    },
    sourceOf: (path) => source.text.slice(...locator.at(path).value),
  };
}

class JsonLocator {
  private readonly known = new Map<number, ReadonlyMap<string | number, Member>>();
  private readonly scanner;

  constructor(private readonly text: string) {
    this.scanner = createScanner(text, true);
  }

  /** The value at a path; the nearest parent if there is no such value. */
  at(path: Path): Member {
    this.scanner.setPosition(0);
    this.scanner.scan();
    let found: Member = { value: [this.scanner.getTokenOffset(), this.text.trimEnd().length] };
    for (const step of path) {
      const next = this.membersAt(found.value[0]).get(step);
      if (!next) break;
      found = next;
    }
    return found;
  }

  /** The members of the map, or the items of the list, that begins at an offset. */
  private membersAt(start: number): ReadonlyMap<string | number, Member> {
    const known = this.known.get(start) ?? this.scan(start);
    this.known.set(start, known);
    return known;
  }

  private scan(start: number): ReadonlyMap<string | number, Member> {
    const members = new Map<string | number, Member>();
    const { scanner } = this;
    scanner.setPosition(start);
    const open: number = scanner.scan();
    if (open !== TOKEN.openBrace && open !== TOKEN.openBracket) return members;
    let token: number = scanner.scan();
    while (token !== TOKEN.end && !isClosing(token)) {
      if (open === TOKEN.openBracket) {
        members.set(members.size, { value: this.skip(token) });
      } else {
        const name = scanner.getTokenValue();
        const key = this.token();
        scanner.scan();
        // A key that appears twice has a finding anyway, so any of its positions will do.
        members.set(name, { key, value: this.skip(scanner.scan()) });
      }
      if ((scanner.scan() as number) === TOKEN.comma) token = scanner.scan();
      else break;
    }
    return members;
  }

  /** Skips a value whose first token was just scanned, and returns its range. */
  private skip(first: number): Range {
    const [start] = this.token();
    let depth = isOpening(first) ? 1 : 0;
    while (depth > 0) {
      const token: number = this.scanner.scan();
      if (isOpening(token)) depth += 1;
      else if (isClosing(token)) depth -= 1;
      else if (token === TOKEN.end) break;
    }
    return [start, this.token()[1]];
  }

  private token(): Range {
    const start = this.scanner.getTokenOffset();
    return [start, start + this.scanner.getTokenLength()];
  }
}
