import type { LoadCheck } from '../check';

export const emptyFile: LoadCheck = {
  code: 'empty-file',
  severity: 'error',
  per: 'document',
  summary: 'A YAML file contains no documents, for example only comments.',
  rationale:
    'its former documents would silently leave the catalog, and with them everything that they put on the gateway',
  fix: 'Delete the file, or write the document.',
  details: 'Comments and empty documents next to other documents of a file are fine.',
  waivable: false,
  examples: {
    avoid: { files: { 'tiers/gold.yaml': '# kind: Tier\n# name: gold\n' } },
    prefer: { files: { 'tiers/gold.yaml': 'kind: Tier\nname: gold\ntitle: Gold\nstatus: draft\nversion: 1.0.0\n' } },
  },
};
