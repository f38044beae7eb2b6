import { type DocumentCheck, found } from '../check';

export const equalRanks: DocumentCheck<'Programme', 'equal-ranks'> = {
  code: 'equal-ranks',
  severity: 'error',
  per: 'document',
  kinds: ['Programme'],
  summary: 'Two accreditation levels have the same rank.',
  rationale:
    'a badge or a preview that requires a level also accepts higher ones, and neither of the two would be higher',
  fix: 'Give each level a different rank: the higher, the better.',
  waivable: false,
  examples: {
    avoid: `kind: Programme
name: northwind
levels:
  silver: { title: Silver, rank: 2 }
`,
    prefer: `kind: Programme
name: northwind
levels:
  silver: { title: Silver, rank: 1 }
`,
  },
  *find(programme) {
    const first = new Map<number, string>();
    for (const [name, { rank }] of Object.entries(programme.value.levels ?? {})) {
      const earlier = first.get(rank);
      if (earlier === undefined) first.set(rank, name);
      else {
        yield found(
          programme.at(['levels', name, 'rank']),
          `level '${name}' has rank ${rank}, and so has level '${earlier}'`,
          'give each level a different rank: the higher, the better',
          [programme.at(['levels', earlier, 'rank'])],
        );
      }
    }
  },
};
