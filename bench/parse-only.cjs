/** The baseline of the benchmark: reads and parses the same files with the YAML library, and discards the result. */
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { parseAllDocuments } = require('yaml');

const folder = process.argv[2];
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.ya?ml$/.test(name)) continue;
  for (const document of parseAllDocuments(readFileSync(path.join(folder, name), 'utf8'))) document.toJS();
}
