export { type BuildOptions, buildStacks, type StackSummary } from './build';
export { EnvironmentStack, type EnvironmentStackProps, STATE_FOLDER, stateFolderOf } from './environment-stack';
