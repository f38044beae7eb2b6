import type { Catalog, Path, Position } from '../../model';
import type { CheckInput } from '../input';
import { type Check, error } from './check';

interface Span {
  readonly words: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
  at(): Position;
}

/** What has an end begins before it. */
export const dateOrder: Check = {
  code: 'date-order',
  *find(input) {
    for (const { words, start, end, at } of spans(input)) {
      if (start === undefined || end === undefined || start < end) continue;
      yield error(
        at(),
        `${words} ends on ${end}, but begins on ${start}`,
        'the end is the first day on which it no longer holds: write a later one',
      );
    }
  },
};

function* spans({ catalog, subscriptions }: CheckInput): Iterable<Span> {
  for (const { application, value, at } of subscriptions) {
    const words = `subscription of '${application.id}' to api '${value.api}'`;
    yield { words, start: value.start, end: value.end, at: () => at(['end']) };
  }
  yield* ofPartners(catalog);
}

function* ofPartners(catalog: Catalog): Iterable<Span> {
  for (const partner of catalog.partners.values()) {
    const { contract, evidence = [], accreditation } = partner.value;
    const of = (words: string, start: string | undefined, end: string | undefined, path: Path): Span => ({
      words: `${words} of partner '${partner.name}'`,
      start,
      end,
      at: () => partner.at(path),
    });
    yield of('contract', contract.accepted?.on, contract.end, ['contract', 'end']);
    yield of('accreditation', accreditation?.since, accreditation?.end, ['accreditation', 'end']);
    for (const [index, { requirement, issued, end }] of evidence.entries()) {
      yield of(`evidence for '${requirement}'`, issued, end, ['evidence', index, 'end']);
    }
  }
}
