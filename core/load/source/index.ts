export { FolderSource } from './folder';
export { MemorySource } from './memory';
export type { Source, SourceEntry } from './source';
