export { type Cell, cellsOf, fillCell } from './cell';
export { documentFiles } from './document-files';
export { type CellContents, type CellKind, type CellOutline, cellOutlines } from './outline';
export { shardOf } from './shard';
