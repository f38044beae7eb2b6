import type { LoadCheck } from '../check';

export const unsupportedFormat: LoadCheck = {
  code: 'unsupported-format',
  severity: 'error',
  per: 'catalog',
  summary: 'This version of Gatewright does not read the `format` of the Programme.',
  rationale:
    'documents of another format may mean something else, so the output could be wrong without any other finding',
  fix: 'Use the version of Gatewright that the catalog was written for, or convert the catalog as the changelog describes.',
  details: 'Nothing else in the catalog is checked.',
  waivable: false,
  examples: {
    avoid: `kind: Programme
name: northwind
format: 2
`,
    prefer: `kind: Programme
name: northwind
format: 1
`,
  },
};
