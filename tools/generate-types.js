/**
 * Writes core/model/types.ts from the schemas; `generate()` returns the text without writing, so that a test can tell whether it is fresh.
 * The types are what documents look like; whoever writes TypeScript documents and whoever reads the model uses them.
 */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { compile } = require('json-schema-to-typescript');

const root = path.join(__dirname, '..');
const folder = path.join(root, 'core', 'model', 'schemas');
const target = path.join(root, 'core', 'model', 'types.ts');
const BANNER = `// Made from core/model/schemas by 'npm run generate'. Do not edit.`;

/** Schemas refer to each other by file name; one combined schema lets the compiler name each definition once. */
function combined() {
  const $defs = {};
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json') && name !== 'document.schema.json')
    .sort();
  const pascal = (name) => name.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
  const localName = (file, name) => {
    if (!name) return pascal(file);
    const plain = pascal(name.replace(/([A-Z])/g, '-$1').toLowerCase());
    if (file === 'tmf931') return `Tmf931${plain}`;
    return plain === pascal(file) ? `${plain}Definition` : plain;
  };
  const walk = (value, file) => {
    if (Array.isArray(value)) return value.map((item) => walk(item, file));
    if (value === null || typeof value !== 'object') return value;
    const out = {};
    for (const [key, item] of Object.entries(value)) {
      if (
        key === 'examples' ||
        key === 'example' ||
        key === 'propertyNames' ||
        key === 'pattern' ||
        key === '$defs' ||
        key === 'if'
      )
        continue;
      // Bounded lists would become tuples; lists of any length are what readers expect.
      if ((key === 'minItems' || key === 'maxItems') && typeof item === 'number') continue;
      out[key] = walk(item, file);
    }
    if (typeof value.$ref === 'string') {
      const [target, pointer] = value.$ref.split('#/$defs/');
      const owner = target ? target.replace('.schema.json', '') : file;
      return { $ref: `#/$defs/${localName(owner, pointer)}` };
    }
    return out;
  };
  for (const name of files) {
    const file = name.replace('.schema.json', '');
    const schema = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    for (const [definition, body] of Object.entries(schema.$defs ?? {})) {
      const id = localName(file, definition);
      if ($defs[id]) throw new Error(`two definitions make the type name ${id}: ${name}#/$defs/${definition}`);
      $defs[id] = { title: id, ...walk(body, file) };
    }
    if (schema.type) {
      const { $schema, $id, ...body } = walk(schema, file);
      $defs[localName(file)] = { ...body, title: localName(file) };
    }
  }
  return { title: 'Schemas', type: 'object', additionalProperties: false, $defs: reachable($defs) };
}

/** Only what a document can hold: the field's other enumerations stay in their files. */
function reachable($defs) {
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const [, next] of JSON.stringify($defs[id]).matchAll(/"#\/\$defs\/([A-Za-z0-9]+)"/g)) visit(next);
  };
  for (const [id, body] of Object.entries($defs)) if (body.properties?.kind) visit(id);
  return Object.fromEntries(Object.entries($defs).filter(([id]) => seen.has(id)));
}

async function generate() {
  const text = await compile(combined(), 'Schemas', {
    bannerComment: BANNER,
    unreachableDefinitions: true,
    additionalProperties: false,
    format: false,
  });
  // The compiler adds an empty type for the frame and a sentence to each definition; readers need neither.
  return formatted(
    text
      .replace(/export (interface Schemas|type Schemas =)[^}]*\}\n?/, '')
      .replace(/\/\*\*(?:(?!\*\/)[\s\S])*via the `definition`[\s\S]*?\*\//g, ''),
  );
}

/** The text as the repository's formatter writes it. */
function formatted(text) {
  const biome = require.resolve('@biomejs/biome/bin/biome');
  const args = [biome, 'format', '--stdin-file-path=core/model/types.ts'];
  return execFileSync(process.execPath, args, { cwd: root, input: text, encoding: 'utf8' });
}

module.exports = { combined, generate };
if (require.main === module) {
  generate().then((text) => {
    fs.writeFileSync(target, text);
    console.log(`wrote ${path.relative(root, target)}`);
  });
}
