import { commandLine } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, found } from '../check';
import { firstDocument } from './shared/first-document';

export const missingProgramme: Check<'missing-programme'> = {
  code: 'missing-programme',
  severity: 'error',
  per: 'catalog',
  summary: 'The catalog has no document of kind `Programme`.',
  rationale:
    'without it, the format of the catalog is unknown, and so are the requirements, levels and badges that other documents name',
  fix: 'Add the document: `npx --no-install gatewright new programme my-programme` writes one.',
  waivable: false,
  examples: {
    avoid: { commands: 'rm Programme__northwind.yaml' },
    prefer: '',
  },
  *find({ catalog }) {
    if (catalog.programmes.size > 0 || anyUnread(catalog, 'Programme')) return;
    const first = firstDocument(catalog);
    if (first === undefined) return;
    yield found(
      first,
      'the catalog has no Programme, which states its format and who runs it',
      `add one with '${commandLine('new', 'programme', 'my-programme')}'`,
    );
  },
};
