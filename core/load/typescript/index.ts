export { loadTypeScript, type TypeScriptResult } from './load';
