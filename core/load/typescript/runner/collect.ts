import type { DefinedDocument } from '../../../model/kinds/definer';
import { plainJson } from '../../../model/plain-json';
import type { Answer, MadeDocument } from '../answer';
import { exportedDocuments } from './exported';
import type { OriginalPlaces } from './original';
import type { Ran } from './run-file';

/** What there is to say about a file that ran. */
export type Collected = Pick<Answer, 'documents' | 'exports'>;

/** The documents that a file made, and what else it exports. May throw what a getter of the program throws. */
export function collect({ moduleExports, defined }: Ran, places: OriginalPlaces): Collected {
  const { documents, others } = exportedDocuments(moduleExports);
  // What is exported and was not defined here was made with a package's own copy of the define functions.
  const all = new Set([...defined, ...documents]);
  return {
    documents: [...all].map((made) => madeDocument(made, documents.has(made), places)),
    exports: others,
  };
}

function madeDocument(made: DefinedDocument, exported: boolean, places: OriginalPlaces): MadeDocument {
  const { length = 1 } = made.at;
  return { ...plainJson(made.document), exported, site: places.of(made.call, length), length };
}
