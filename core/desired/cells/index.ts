export { type Cell, cellsOf, fillCell } from './cell';
export { chosenEnvironments } from './chosen-environments';
export { documentFiles } from './document-files';
export { type CellContents, type CellOutline, cellOutlines } from './outline';
export { shardOf } from './shard';
export { type StackSummary, stackSummary } from './stack-summary';
