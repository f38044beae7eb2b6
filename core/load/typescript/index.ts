export { loadTypeScript, type TypeScriptResult } from './load';
export { CATALOG_FILE } from './misplaced';
