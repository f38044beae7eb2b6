/** Reads files and programs into documents, and these into a catalog that knows the position of every value. */
export { type LoadOptions, type LoadResult, loadCatalog } from './load';
export { FolderSource, MemorySource, type Source, type SourceEntry } from './source';
export { loadTypeScript, type TypeScriptResult } from './typescript';
