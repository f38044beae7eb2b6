/**
 * Writes core/model/schemas/document.schema.json, with which editors select the schema of a document by its kind, from the list of
 * kinds; `documentSchema()` returns the text without writing, so that a test can check whether it is up to date.
 */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { createJiti } = require('jiti');

const root = path.join(__dirname, '..');
const target = path.join(root, 'core', 'model', 'schemas', 'document.schema.json');

function documentSchema() {
  const { KIND_DEFINITIONS } = createJiti(__filename)('../core/model/kinds');
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://gatewright.dev/schemas/document.schema.json',
    title: 'Document',
    description: 'Any document of a catalog. Editors select its schema by kind.',
    type: 'object',
    required: ['kind', 'name'],
    properties: {
      kind: {
        description: 'Kind of this document.',
        enum: KIND_DEFINITIONS.map(({ kind }) => kind),
        examples: [KIND_DEFINITIONS[0].kind],
      },
    },
    allOf: KIND_DEFINITIONS.map(({ kind, schema: { $id } }) => ({
      if: { required: ['kind'], properties: { kind: { const: kind } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: path.posix.basename($id) },
    })),
  };
  const biome = require.resolve('@biomejs/biome/bin/biome');
  const args = [biome, 'format', '--stdin-file-path=document.schema.json'];
  return execFileSync(process.execPath, args, { cwd: root, input: JSON.stringify(schema, null, 2), encoding: 'utf8' });
}

module.exports = { documentSchema, target };
if (require.main === module) {
  fs.writeFileSync(target, documentSchema());
  console.log(`wrote ${path.relative(root, target)}`);
}
