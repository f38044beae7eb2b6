export { backendAttributes, backendOf } from './backend';
export type { FileOf } from './comment';
export { ADMIN_TOKEN, ADMIN_URL, PROVIDER, REQUIRED_VERSION, VARIABLES } from './frame';
export type { TerraformJson } from './json';
export { type RenderOptions, renderCell } from './render';
export { danglingReferences, resourceProblems, resourcesOf } from './resources';
export { STATE_FOLDER, stateFolderOf } from './state-folder';
export { terraformValue } from './text';
