import { createScanner } from 'jsonc-parser';
import type { Path } from '../../model';
import { type Places, type SourceText, spanPosition } from '../documents/places';
import { isClosing, isOpening, TOKEN } from './token';

type Span = readonly [start: number, end: number];

/** Where a value is in a text, and the key that leads to it. */
interface Member {
  readonly key?: Span;
  readonly value: Span;
}

/**
 * Places in a JSON text. Nothing is looked for before a place is asked for; then each map and list on the way is scanned once, so
 * that a large file costs as much as what is asked about it.
 */
export function jsonPlaces(source: SourceText): Places {
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

  /** The value at a path; the nearest one above where the path leads to nothing. */
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
        // Of a key that is written twice, which is a finding, the first place is as good as the last.
        members.set(name, { key, value: this.skip(scanner.scan()) });
      }
      if ((scanner.scan() as number) === TOKEN.comma) token = scanner.scan();
      else break;
    }
    return members;
  }

  /** Passes a value whose first token was just scanned, and gives its span. */
  private skip(first: number): Span {
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

  private token(): Span {
    const start = this.scanner.getTokenOffset();
    return [start, start + this.scanner.getTokenLength()];
  }
}
