export { describeWithTerraform, engine } from './binary';
export { type Attributes, evaluable, type StackJson } from './rewrite';
export { type Action, ADMIN_TOKEN, type Changes, type Step, Workspace } from './workspace';
