export { type Guard, guard } from './guard';
export { CATALOG_FILE, loadTypeScript, type TypeScriptResult } from './load';
export { thrownWords } from './thrown-words';
