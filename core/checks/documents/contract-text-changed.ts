import type { LoadCheck } from '../check';

const TEMPLATE = `kind: ContractTemplate
name: reseller
versions:
  1.0.0:
    texts: { en: { file: ./reseller.md, sha256: 9f9be02eab33e24b187b22ed4fe051bf717309379932e23f23762061b48810e2 } }
`;

export const contractTextChanged: LoadCheck = {
  code: 'contract-text-changed',
  severity: 'error',
  per: 'catalog',
  summary: 'The file of a contract text does not match the digest in the contract template.',
  rationale: 'a signed text must not change: partners have accepted the text with this digest',
  fix: 'Restore the file. For a changed text, add a version with a new file.',
  details:
    'The digest is the SHA-256 digest of the file, as `sha256sum` prints it. A file with CRLF line endings also matches the digest that it has with LF, so that a checkout on Windows makes no difference. Versions and languages may have the same file.',
  waivable: false,
  examples: {
    avoid: {
      documents: TEMPLATE,
      files: {
        'reseller.md': `# Reseller contract

The reseller may sell to companies in the EU and in Switzerland.
`,
      },
    },
    prefer: {
      documents: TEMPLATE,
      files: {
        'reseller.md': `# Reseller contract

The reseller may sell to companies in the EU.
`,
      },
    },
  },
};
