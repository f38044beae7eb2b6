/**
 * Limits of files. A catalog changes by pull request, so a file may be hostile: each limit is far above what an honest file needs,
 * and low enough to keep time and memory small.
 */
export { MAX_DEPTH, MAX_VALUES } from '../../model/bounds';

/** Bytes of a catalog document. Thousands of partners fit into 4 MiB; no one can review a larger file. */
export const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;

/** Bytes of an OpenAPI file. The largest of CAMARA has 100 KiB; bundled files of other operators reach a few MiB. */
export const MAX_OPENAPI_BYTES = 8 * 1024 * 1024;

/**
 * Bytes of an OpenAPI file in JSON, which takes a parser far less time and memory than YAML: 20 MiB are read in about a second and
 * a few hundred MiB. Bundled definitions of cloud platforms reach 12 MiB.
 */
export const MAX_OPENAPI_JSON_BYTES = 20 * 1024 * 1024;

/** Tokens of a file. Limits memory, because one byte of YAML can become half a kilobyte of tree. */
export const MAX_TOKENS = 1_200_000;

/** Documents of a file. */
export const MAX_DOCUMENTS = 20_000;

/** Lines that start with a percent sign: documents need none, and invalid ones are expensive to parse. */
export const MAX_DIRECTIVES = 20;

/** Hint for a file that is too large. Neither a document nor the OpenAPI file of an API can be split. */
export const MAKE_SMALLER =
  'move some of its documents to other files; from an OpenAPI file, remove what no operation needs, such as examples';

/** Problems that are reported of one document's text: later ones are mostly consequences of the first. */
export const MAX_TEXT_PROBLEMS = 10;
