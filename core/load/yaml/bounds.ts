/**
 * Bounds of what is read. A catalog comes in by pull request, so a file may be hostile: each bound is far above what an honest
 * file needs and low enough that reading ends quickly and in little memory.
 */
export { MAX_DEPTH, MAX_VALUES } from '../../model/bounds';

/** Bytes of a catalog document. Thousands of partners fit into 4 MiB; a file that is larger is hard to review as well. */
export const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;

/** Bytes of an OpenAPI file. The largest of CAMARA has 100 KiB; bundled files of other operators reach a few MiB. */
export const MAX_OPENAPI_BYTES = 8 * 1024 * 1024;

/**
 * Bytes of an OpenAPI file in JSON, which takes a parser far less time and memory than YAML: 20 MiB are read in about a second and
 * a few hundred MiB. Bundled definitions of cloud platforms reach 12 MiB.
 */
export const MAX_OPENAPI_JSON_BYTES = 20 * 1024 * 1024;

/** Tokens of a file: bounds memory, as one byte of YAML can become half a kilobyte of tree. */
export const MAX_TOKENS = 1_200_000;

/** Documents of a file. */
export const MAX_DOCUMENTS = 20_000;

/** Lines that start with a percent sign: a document needs none, and each wrong one costs the parser dearly. */
export const MAX_DIRECTIVES = 20;

/** What to do with a file that is too large. A document cannot be split, and neither can an OpenAPI file of one API. */
export const MAKE_SMALLER =
  'move some of its documents into other files; of an OpenAPI file, remove what no operation needs, such as examples';

/** Problems reported of one document's text: what follows the first few is mostly their consequence. */
export const MAX_TEXT_PROBLEMS = 10;
