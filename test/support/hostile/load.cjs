/**
 * Loads the catalog that comes on standard input as JSON (text by path) and prints the codes of the first findings and how many
 * there are. A process of its own, so that a test can bound its memory and end it.
 */
const { createJiti } = require('jiti');

const jiti = createJiti(__filename, { fsCache: false });
const { loadCatalog } = jiti('../../../model/load.ts');
const { MemorySource } = jiti('../../../model/source/memory.ts');

const files = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const { diagnostics } = loadCatalog(new MemorySource(files));
const codes = diagnostics.slice(0, 3).map(({ code }) => code);
process.stdout.write(JSON.stringify({ codes, count: diagnostics.length }));
