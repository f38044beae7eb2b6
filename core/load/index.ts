/** Loading: files and programs become documents, and these a catalog that knows its lines. */
export { type LoadOptions, type LoadResult, loadCatalog } from './load';
export { FolderSource, MemorySource, type Source, type SourceEntry } from './source';
export { loadTypeScript, type TypeScriptResult } from './typescript';
