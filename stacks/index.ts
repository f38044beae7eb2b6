export { type BuildOptions, buildStacks, type StackKind, type StackSummary } from './build';
export { EnvironmentStack, type EnvironmentStackProps, STATE_FOLDER, stateFolderOf } from './environment-stack';
export { shardOf } from './shard';
