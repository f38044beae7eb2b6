import type { DefinedDocument } from '../../../model/kinds/definer';
import { plainJson } from '../../../model/plain-json';
import type { Answer, ReturnedDocument } from '../answer';
import { exportedDocuments } from './exported';
import type { OriginalPositions } from './original';
import type { Ran } from './run-file';

/** The documents and exports of a file that ran. */
export type Collected = Pick<Answer, 'documents' | 'exports'>;

/** The documents that a file defined, and its other exports. Throws if a getter of the program throws. */
export function collect({ moduleExports, defined }: Ran, positions: OriginalPositions): Collected {
  const { documents, others } = exportedDocuments(moduleExports);
  // Exported documents that were not defined during the run come from another copy of the define functions, such as a package's.
  const all = new Set([...defined, ...documents]);
  return {
    documents: [...all].map((made) => returnedDocument(made, documents.has(made), positions)),
    exports: others,
  };
}

function returnedDocument(made: DefinedDocument, exported: boolean, positions: OriginalPositions): ReturnedDocument {
  const { length = 1 } = made.at;
  return { ...plainJson(made.document), exported, site: positions.of(made.call, length), length };
}
