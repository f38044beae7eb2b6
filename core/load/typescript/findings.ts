import { type Detection, KINDS, type Position } from '../../model';
import { documentLabel } from '../documents/label';
import type { Answer, MadeDocument, OddExport } from './answer';
import { exportSite } from './export-site';
import { CATALOG_FILE } from './misplaced';
import type { ProgramPlaces } from './places';

/** What is wrong with what a file defines and exports. */
export function exportFindings(
  { documents, exports }: Pick<Answer, 'documents' | 'exports'>,
  file: string,
  places: ProgramPlaces,
): readonly Detection[] {
  const top = places.position({ file, line: 1, column: 1 });
  const bare = exports.filter(({ kind }) => KINDS.some((known) => known === kind));
  const promises = exports.filter(({ isPromise }) => isPromise);
  return [
    ...documents.filter(({ exported }) => !exported).map((made) => notExported(made, places)),
    ...bare.map(({ name, kind = '' }) => exportedBare(name, kind, top)),
    ...promises.map(({ name }) => exportedPromise(name, top)),
    ...strange(documents, exports, new Set([...bare, ...promises].map(({ name }) => name))).map(({ name, what }) =>
      exportedStrange(name, what, places.position(exportSite(file, name))),
    ),
  ];
}

/**
 * Exports that hold no documents where these are expected. What a file exports by name beside documents is its own business; its
 * default export is documents, and where it exports none at all its functions are what was meant to make them.
 */
function strange(
  documents: readonly MadeDocument[],
  exports: readonly OddExport[],
  reported: ReadonlySet<string>,
): readonly OddExport[] {
  const none = documents.every(({ exported }) => !exported);
  const firsts = new Map([...exports].reverse().map((one) => [one.name, one]));
  return [...firsts.values()]
    .reverse()
    .filter(({ name, what }) => !reported.has(name) && (name === 'default' || (none && what === 'a function')));
}

function notExported({ value, site, length }: MadeDocument, places: ProgramPlaces): Detection {
  return {
    code: 'document-not-exported',
    message: `${documentLabel(value) ?? 'a document'} is defined here and not exported by ${CATALOG_FILE}, so it is not in the catalog`,
    hint: 'export it, by itself or in a list',
    at: places.position(site, length),
  };
}

function exportedBare(name: string, kind: string, at: Position): Detection {
  return {
    code: 'invalid-export',
    message: `export '${name}' looks like a document of kind ${kind}, and was not made by define${kind}`,
    hint: `write define${kind}({ … }) without the kind`,
    at,
  };
}

function exportedPromise(name: string, at: Position): Detection {
  return {
    code: 'invalid-export',
    message: `export '${name}' is a promise; a catalog file cannot wait`,
    hint: 'export the documents themselves',
    at,
  };
}

function exportedStrange(name: string, what: string, at: Position): Detection {
  const example =
    name === 'default' ? 'export default [defineTeam({ … })]' : `export const ${name} = [defineTeam({ … })]`;
  return {
    code: 'invalid-export',
    message: `export '${name}' is ${what}; a catalog file exports documents, and lists of them`,
    hint: what === 'a function' ? `call it where it is exported: ${example}` : `write ${example}`,
    at,
  };
}
