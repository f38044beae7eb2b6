export { CATALOG_FILE, loadTypeScript, type TypeScriptResult } from './load';
