export { FolderSource } from './source/folder';
export { MemorySource } from './source/memory';
