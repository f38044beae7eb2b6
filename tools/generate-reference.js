/**
 * Writes docs/reference: one page for each kind, one for the values that they share, and an index. Everything in them
 * comes from core/model/schemas; `pages()` returns them without writing, so that a test can tell whether they are fresh.
 */
const fs = require('node:fs');
const path = require('node:path');
const { Document } = require('yaml');

const root = path.join(__dirname, '..');
const folder = path.join(root, 'core', 'model', 'schemas');
const target = path.join(root, 'docs', 'reference');
const NOTE = `<!-- Made from core/model/schemas by 'npm run generate'. Do not edit. -->`;

/** Definitions that have a row of their own on the page of values, by `file#name`: everything that is no map. */
const isValue = (schema) => schema.type !== 'object' && !schema.oneOf;

/** An `example` is kept apart from the `examples`, so that editors do not offer it; readers see no difference. */
function withExamples(_key, value) {
  if (typeof value !== 'object' || value === null || !('example' in value)) return value;
  const { example, ...rest } = value;
  return { ...rest, examples: [example] };
}

const schemas = Object.fromEntries(
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
    .map((name) => [name, JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'), withExamples)]),
);
const kinds = schemas['document.schema.json'].properties.kind.enum.map((kind) => {
  const word = kind.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();
  return { kind, word, file: `${word}.schema.json` };
});

/** The schema behind a reference, with the words that stand beside the reference; `id` names the definition. */
function resolve(schema, file) {
  if (schema.$ref === undefined) return { schema, file };
  const [name, pointer] = schema.$ref.split('#/$defs/');
  const owner = name || file;
  const found = pointer ? schemas[owner].$defs[pointer] : schemas[owner];
  const inner = resolve(found, owner);
  const { $ref, ...beside } = schema;
  return { schema: { ...inner.schema, ...beside }, file: inner.file, id: `${owner}#${pointer}` };
}

/** A value as YAML on one line. */
function inline(value) {
  if (typeof value === 'string' && value.includes('\n')) return JSON.stringify(value);
  const document = new Document(value);
  if (document.contents?.items) document.contents.flow = true;
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: true })
    .trim()
    .replace(/\s*\n\s*/g, ' ');
}

const block = (value) => new Document(value).toString({ lineWidth: 100 }).trim();
const code = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);
/** A backslash keeps a bar from ending a cell of a table, in code as well. */
const cell = (text) => text.replaceAll('|', '\\|');
const anchor = (id) => id.split('#')[1].toLowerCase();
const valueLink = (id) => `[${id.split('#')[1]}](values.md#${anchor(id)})`;

/** What may stand in a place, in words. */
function typeOf(written, file) {
  const { schema, id, file: owner } = resolve(written, file);
  if (id && isValue(schema)) return valueLink(id);
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(' ');
  if (schema.oneOf) return [...new Set(schema.oneOf.map((choice) => typeOf(choice, owner)))].join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items, owner)}`;
  if (schema.type === 'object') return typeof schema.additionalProperties === 'object' ? 'map by name' : 'map';
  if (schema.type === 'integer') return `whole number${bounds(schema)}`;
  if (schema.type === 'boolean') return '`true` `false`';
  return schema.pattern ? `text like ${code(schema.pattern)}` : 'text';
}

function bounds({ minimum, maximum }) {
  if (minimum === undefined && maximum === undefined) return '';
  return maximum === undefined ? ` from ${minimum}` : ` from ${minimum} to ${maximum}`;
}

/** The fields below a schema, depth first: `{field, required, schema, file, only}`. */
function* fieldsOf(written, file, prefix = '', only = '') {
  const { schema, file: owner } = resolve(written, file);
  if (schema.type === 'array') {
    yield* fieldsOf(schema.items, owner, `${prefix}[]`, only);
    return;
  }
  for (const choice of schema.oneOf ?? []) yield* fieldsOf(choice, owner, prefix, choiceOf(choice, owner) || only);
  const join = (key) => (prefix === '' ? key : `${prefix}.${key}`);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const required = (schema.required ?? []).includes(key);
    yield { field: join(key), required, written: property, file: owner, only };
    yield* nested(property, owner, join(key));
  }
  if (typeof schema.additionalProperties === 'object')
    yield* nestedMap(schema.additionalProperties, owner, join('<name>'));
}

/** An application inside a partner is described once, on the page of applications. */
function* nested(property, owner, field) {
  if (field === 'applications') return;
  yield* fieldsOf(property, owner, field);
}

function* nestedMap(value, owner, field) {
  yield { field, required: false, written: value, file: owner, only: '' };
  yield* fieldsOf(value, owner, field);
}

/** What tells an alternative from the others: `type: s3`. */
function choiceOf(choice, file) {
  const { schema } = resolve(choice, file);
  const constants = Object.entries(schema.properties ?? {}).filter(([, property]) => property.const !== undefined);
  return constants.map(([key, property]) => `${key}: ${property.const}`).join(', ');
}

function fieldRow({ field, required, written, file, only }) {
  const { schema } = resolve(written, file);
  const example = schema.examples?.[0] ?? schema.const;
  const link = field === 'applications' ? ' Its fields: [Application](application.md).' : '';
  const cells = [
    `${code(field)}${required ? ' **required**' : ''}`,
    typeOf(written, file),
    `${only === '' ? '' : `(${code(only)}) `}${schema.description}${link}`,
    schema.default === undefined ? '' : code(inline(schema.default)),
    example === undefined ? '' : code(inline(example)),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function kindPage({ kind, file }) {
  const schema = schemas[file];
  return [
    NOTE,
    `# ${kind}`,
    schema.description,
    'Example:',
    `\`\`\`yaml\n${block(schema.examples[0])}\n\`\`\``,
    '## Fields',
    '`[]` stands for each item of a list, `<name>` for each key of a map. A field without **required** may be left out.',
    [
      '| Field | Type | Meaning | Default | Example |',
      '| --- | --- | --- | --- | --- |',
      ...[...fieldsOf(schema, file)].map(fieldRow),
    ].join('\n'),
  ];
}

/** Every shared value that some kind uses, by name. */
function usedValues() {
  const used = new Map();
  const visit = (written, file) => {
    const { schema, id, file: owner } = resolve(written, file);
    if (id && isValue(schema)) {
      const [name, pointer] = id.split('#');
      used.set(id, { id, definition: schemas[name].$defs[pointer], source: schemas[name].$comment });
    }
    const below = [...Object.values(schema.properties ?? {}), ...(schema.oneOf ?? [])];
    if (schema.items) below.push(schema.items);
    if (typeof schema.additionalProperties === 'object') below.push(schema.additionalProperties);
    for (const next of below) visit(next, owner);
  };
  for (const { file } of kinds) visit(schemas[file], file);
  return [...used.values()].sort((a, b) => (anchor(a.id) < anchor(b.id) ? -1 : 1));
}

function valueSection({ id, definition, source }) {
  const facts = [];
  if (definition.enum) facts.push(`One of ${definition.enum.length}: ${definition.enum.map(code).join(' ')}.`);
  if (definition.pattern) facts.push(`Pattern: ${code(definition.pattern)}`);
  if (definition.type === 'integer') facts.push(`A whole number${bounds(definition)}.`);
  if (definition.minLength) facts.push(`At least ${definition.minLength} character.`);
  if (definition.maxLength) facts.push(`At most ${definition.maxLength} characters.`);
  if (definition.examples) facts.push(`Example: ${code(inline(definition.examples[0]))}`);
  if (source) facts.push(source);
  return [`## ${id.split('#')[1]}`, definition.description, facts.map((fact) => `- ${fact}`).join('\n')];
}

/** Every page by its file name. */
function pages() {
  const text = (parts) => `${parts.join('\n\n')}\n`;
  const out = new Map();
  for (const kind of kinds) out.set(`${kind.word}.md`, text(kindPage(kind)));
  const intro = 'Values that several kinds share. A type on the page of a kind leads here.';
  out.set('values.md', text([NOTE, '# Values', intro, ...usedValues().flatMap(valueSection)]));
  out.set(
    'README.md',
    text([
      NOTE,
      '# Reference',
      'A catalog is made of documents. Each has a `kind` and a `name`; a file may hold several, and where a file lies means nothing. `gatewright schema KIND` prints the JSON Schema of a kind.',
      kinds.map(({ kind, word, file }) => `- [${kind}](${word}.md): ${schemas[file].description}`).join('\n'),
      'Values that they share: [names, durations, purposes, …](values.md).',
    ]),
  );
  return out;
}

module.exports = { pages, target };
if (require.main === module) {
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  for (const [name, text] of pages()) fs.writeFileSync(path.join(target, name), text);
  console.log(`wrote ${path.relative(root, target)}`);
}
