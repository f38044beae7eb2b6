import { comparePositions, entriesOf, KINDS } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, error } from './check';

/** Where there are documents, there is an environment: without one the output would be empty, as if everything had been retired. */
export const noEnvironment: Check = {
  code: 'no-environment',
  *find({ catalog }) {
    if (catalog.environments.size > 0 || anyUnread(catalog, 'Environment')) return;
    const [first] = KINDS.flatMap((kind) => [...entriesOf(catalog, kind).values()].map((entry) => entry.at([]))).sort(
      comparePositions,
    );
    if (first === undefined) return;
    yield error(
      first,
      'the catalog has documents and no environment, so that nothing would be written',
      'write a document with `kind: Environment`; to take an environment off the gateway, destroy its stacks first',
    );
  },
};
