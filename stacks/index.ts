export { type BuildOptions, buildStacks } from './build';
export { EnvironmentStack, type EnvironmentStackProps } from './environment-stack';
