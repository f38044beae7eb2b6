import { type Detection, KINDS, type Position } from '../../model';
import { documentLabel } from '../documents/label';
import type { Answer, OtherExport, ReturnedDocument } from './answer';
import { exportSite } from './export-site';
import { CATALOG_FILE } from './misplaced';
import type { ProgramPositions } from './program-positions';

/** The problems of the definitions and exports of a file. */
export function exportFindings(
  { documents, exports }: Pick<Answer, 'documents' | 'exports'>,
  file: string,
  positions: ProgramPositions,
): readonly Detection[] {
  const top = positions.position({ file, line: 1, column: 1 });
  const maps = exports.filter(({ kind }) => KINDS.some((known) => known === kind));
  const promises = exports.filter(({ isPromise }) => isPromise);
  return [
    ...documents.filter(({ exported }) => !exported).map((made) => notExported(made, positions)),
    ...maps.map(({ name, kind = '' }) => exportedMap(name, kind, top)),
    ...promises.map(({ name }) => exportedPromise(name, top)),
    ...unexpected(documents, exports, new Set([...maps, ...promises].map(({ name }) => name))).map(({ name, what }) =>
      exportedOther(name, what, positions.position(exportSite(file, name))),
    ),
  ];
}

/**
 * Exports that should be documents but are not. Next to documents, a file may export anything by name, but its default export must
 * be documents. If it exports no documents, its functions were probably meant to return them.
 */
function unexpected(
  documents: readonly ReturnedDocument[],
  exports: readonly OtherExport[],
  reported: ReadonlySet<string>,
): readonly OtherExport[] {
  const none = documents.every(({ exported }) => !exported);
  const firsts = new Map([...exports].reverse().map((one) => [one.name, one]));
  return [...firsts.values()]
    .reverse()
    .filter(({ name, what }) => !reported.has(name) && (name === 'default' || (none && what === 'a function')));
}

function notExported({ value, site, length }: ReturnedDocument, positions: ProgramPositions): Detection {
  return {
    code: 'document-not-exported',
    message: `${documentLabel(value) ?? 'a document'} is defined here but not exported by ${CATALOG_FILE}, so it is not in the catalog`,
    hint: 'export it, by itself or in a list',
    at: positions.position(site, length),
  };
}

function exportedMap(name: string, kind: string, at: Position): Detection {
  return {
    code: 'invalid-export',
    message: `export '${name}' looks like a document of kind ${kind} but was not created by define${kind}`,
    hint: `write define${kind}({ … }), without the kind`,
    at,
  };
}

function exportedPromise(name: string, at: Position): Detection {
  return {
    code: 'invalid-export',
    message: `export '${name}' is a promise; a catalog file cannot be asynchronous`,
    hint: 'export the documents themselves',
    at,
  };
}

function exportedOther(name: string, what: string, at: Position): Detection {
  const example =
    name === 'default' ? 'export default [defineTeam({ … })]' : `export const ${name} = [defineTeam({ … })]`;
  return {
    code: 'invalid-export',
    message: `export '${name}' is ${what}; a catalog file exports documents and lists of documents`,
    hint: what === 'a function' ? `call it where it is exported: ${example}` : `write ${example}`,
    at,
  };
}
