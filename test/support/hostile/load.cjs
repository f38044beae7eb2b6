/**
 * Loads a catalog from standard input, as JSON (text by path), and prints the codes of the first findings and their number. It runs as
 * a process, so that a test can limit its memory and kill it, and uses the built program, as users do.
 */
const { loadCatalog } = require('../../../dist/core/load/load.js');
const { MemorySource } = require('../../../dist/core/load/source/memory.js');

const files = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const { findings } = loadCatalog(new MemorySource(files));
const codes = findings.slice(0, 3).map(({ code }) => code);
process.stdout.write(JSON.stringify({ codes, count: findings.length }));
