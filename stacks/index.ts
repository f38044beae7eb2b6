/** Stacks: what is applied together and keeps one state. */
export { type BuildOptions, buildStacks, type StackKind, type StackSummary } from './build';
export { EnvironmentStack, type EnvironmentStackProps, STATE_FOLDER, stateFolderOf } from './environment-stack';
export { shardOf } from './shard';
export { type SynthesisResult, type SynthesizeOptions, synthesizeTo } from './synthesize';
