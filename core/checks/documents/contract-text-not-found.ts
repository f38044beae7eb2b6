import type { LoadCheck } from '../check';

export const contractTextNotFound: LoadCheck = {
  code: 'contract-text-not-found',
  severity: 'error',
  per: 'catalog',
  summary: 'The file of a contract text does not exist in the catalog.',
  rationale: 'no one could show the text that partners have accepted',
  fix: 'Correct the path, which is relative to the file of the document; copy the file into the catalog if it is outside.',
  waivable: false,
  examples: {
    avoid: `kind: ContractTemplate
name: reseller
versions: { 1.0.0: { texts: { en: { file: ./contracts.md } } } }
`,
    prefer: `kind: ContractTemplate
name: reseller
versions: { 1.0.0: { texts: { en: { file: ./contract.md } } } }
`,
  },
};
