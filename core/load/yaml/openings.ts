import { type Document, type Range, visit } from 'yaml';
import { MAX_TEXT_PROBLEMS } from './bounds';

/** Only the first few problems of a document are reported. */
const MOST_LOOKUPS = 4 * MAX_TEXT_PROBLEMS;

/** Finds quotes and brackets of a document that are still open at an offset. */
export class Openings {
  #lookups = 0;
  #found: { readonly quotes: readonly Range[]; readonly brackets: readonly Range[] } | undefined;

  constructor(private readonly document: Document.Parsed) {}

  quoteBefore(offset: number): number | undefined {
    return this.#before(offset, 'quotes');
  }

  bracketBefore(offset: number): number | undefined {
    return this.#before(offset, 'brackets');
  }

  #before(offset: number, which: 'quotes' | 'brackets'): number | undefined {
    this.#lookups += 1;
    if (this.#lookups > MOST_LOOKUPS) return undefined;
    return this.#all()[which].findLast(([start, end]) => start < offset && end >= offset)?.[0];
  }

  #all() {
    if (this.#found) return this.#found;
    const quotes: Range[] = [];
    const brackets: Range[] = [];
    visit(this.document, {
      Scalar: (_key, { type, range }) => {
        if (range && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) quotes.push(range);
      },
      Collection: (_key, { flow, range }) => {
        if (range && flow) brackets.push(range);
      },
    });
    this.#found = { quotes, brackets };
    return this.#found;
  }
}
