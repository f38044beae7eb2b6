export { type Guard, guard } from './guard';
export { loadTypeScript, type TypeScriptResult } from './load';
export { CATALOG_FILE } from './misplaced';
export { thrownWords } from './thrown-words';
