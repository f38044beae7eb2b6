import { type Check, found } from '../check';

export const severalProgrammes: Check<'several-programmes'> = {
  code: 'several-programmes',
  severity: 'error',
  per: 'catalog',
  summary: 'The catalog has more than one document of kind `Programme`.',
  rationale: 'a requirement or a level that both define would have two meanings',
  fix: 'Keep one of them.',
  waivable: false,
  examples: {
    avoid: `kind: Programme
name: second
title: Second programme
format: 1
operator: { name: Northwind Telecom S.A., country: ES }
purpose: Tests.
contacts: [{ role: business, email: partners@operator.example }]
currency: EUR
languages: [en]
`,
    prefer: `kind: Programme
name: northwind
title: The only programme
`,
  },
  *find({ catalog }) {
    const [first, ...others] = catalog.programmes.values();
    if (!first) return;
    for (const other of others) {
      yield found(
        other.at(),
        `'${other.name}' is a second programme; the first one is '${first.name}'`,
        'move its entries into the first one, and delete it',
        [first.at()],
      );
    }
  },
};
