import type { LoadCheck } from '../check';

export const termsFileMisplaced: LoadCheck = {
  code: 'terms-file-misplaced',
  severity: 'error',
  per: 'document',
  summary: 'A file in the folder `terms` is not a terms file, `terms/TIER/VERSION.json`.',
  rationale: 'a terms file in another place is not found, and nothing else belongs in this folder',
  fix: 'Move the file out of the folder, or to the path of its tier and version.',
  waivable: false,
  examples: {
    avoid: { files: { 'terms/notes.md': '# Notes\n' } },
    prefer: { files: { 'notes.md': '# Notes\n' } },
  },
};
