/**
 * Writes core/model/types.ts and core/model/complete-types.ts from the schemas; `generate()` returns the texts without writing, so
 * that a test can check whether they are up to date. The types describe documents as they are written, and with every default filled
 * in.
 */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { compile } = require('json-schema-to-typescript');

const root = path.join(__dirname, '..');
const folder = path.join(root, 'core', 'model', 'schemas');
const BANNER = `// Generated from core/model/schemas by 'npm run generate'. Do not edit.`;

/**
 * Schemas refer to each other by file name; one combined schema lets the compiler name each definition once.
 *
 * @param complete whether a field that has a default is required
 */
function combined(complete = false) {
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
    const alwaysThere = complete && value.properties ? defaulted(value.properties) : [];
    if (alwaysThere.length > 0) out.required = [...(value.required ?? []), ...alwaysThere];
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

/** Only definitions that a document can contain; other enumerations stay in their files. */
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

/** The fields that have a default. */
function defaulted(properties) {
  return Object.keys(properties).filter((field) => properties[field].default !== undefined);
}

/** The definitions that look different once defaults are filled in; they take all others from types.ts. */
function completed() {
  const written = combined().$defs;
  const { $defs, ...frame } = combined(true);
  const refers = (id, to) => JSON.stringify($defs[id]).includes(`"#/$defs/${to}"`);
  const changed = new Set(Object.keys($defs).filter((id) => JSON.stringify($defs[id]) !== JSON.stringify(written[id])));
  // The set grows during the iteration: a definition that refers to a changed one has changed as well.
  for (const id of changed) for (const other of Object.keys($defs)) if (refers(other, id)) changed.add(other);
  const others = (_key, value) => {
    const id = typeof value?.$ref === 'string' ? value.$ref.replace('#/$defs/', '') : undefined;
    return id === undefined || changed.has(id) ? value : { tsType: `written.${id}` };
  };
  const kept = Object.entries($defs).filter(([id]) => changed.has(id));
  return { ...frame, $defs: JSON.parse(JSON.stringify(Object.fromEntries(kept), others)) };
}

/** The text of each file, by its path from the root. */
async function generate() {
  const written = combined();
  const complete = completed();
  return {
    'core/model/types.ts': await typesOf(
      written,
      BANNER,
      `\n/** The document of each kind. */\n${interfaceOfKinds('Documents', written)}`,
    ),
    'core/model/complete-types.ts': await typesOf(
      complete,
      `${BANNER}\nimport type * as written from './types';`,
      `\n/** Documents of the kinds that have defaults. */\n${interfaceOfKinds('CompleteDocuments', complete)}`,
    ),
  };
}

/** An interface with a member for each definition that is a kind. */
function interfaceOfKinds(name, { $defs }) {
  const kinds = Object.entries($defs).flatMap(([id, body]) => (body.properties?.kind ? [`${id}: ${id};`] : []));
  return `export interface ${name} { ${kinds.join(' ')} }`;
}

async function typesOf(schema, bannerComment, end = '') {
  const text = await compile(schema, 'Schemas', {
    bannerComment,
    unreachableDefinitions: true,
    additionalProperties: false,
    format: false,
  });
  // The compiler adds an empty type for the frame and a sentence to each definition; readers need neither.
  return formatted(
    text
      .replace(/export (interface Schemas|type Schemas =)[^}]*\}\n?/, '')
      .replace(/\/\*\*(?:(?!\*\/)[\s\S])*via the `definition`[\s\S]*?\*\//g, '') + end,
  );
}

/** The text after formatting. */
function formatted(text) {
  const biome = require.resolve('@biomejs/biome/bin/biome');
  const args = [biome, 'format', '--stdin-file-path=core/model/types.ts'];
  return execFileSync(process.execPath, args, { cwd: root, input: text, encoding: 'utf8' });
}

module.exports = { combined, generate };
if (require.main === module) {
  generate().then((texts) => {
    for (const [file, text] of Object.entries(texts)) {
      fs.writeFileSync(path.join(root, file), text);
      console.log(`wrote ${file}`);
    }
  });
}
