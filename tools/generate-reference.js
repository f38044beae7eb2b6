/**
 * Writes docs/reference: one page for each kind, one for the values that they share, and an index. Everything in them
 * comes from core/model/schemas; `pages()` returns them without writing, so that a test can check whether they are up to date.
 */
const fs = require('node:fs');
const path = require('node:path');
const { Document } = require('yaml');
const { anchor, fieldsOf, isValue, kinds, resolve, schemas, usedValues } = require('./reference/schemas');

const root = path.join(__dirname, '..');
const target = path.join(root, 'docs', 'reference');
const NOTE = `<!-- Generated from core/model/schemas by 'npm run generate'. Do not edit. -->`;

const SET_BY =
  '*Set by* says [who may set a field](../roles-and-persons.md#who-may-set-a-field); where it is missing, only the operator may.';

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
const valueLink = (id) => `[${id.split('#')[1]}](values.md#${anchor(id)})`;

/** The type of a field, in words. */
function typeOf(written, file) {
  const { schema, id, file: owner } = resolve(written, file);
  if (id && isValue(schema)) return valueLink(id);
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(' ');
  if (schema.oneOf) return [...new Set(schema.oneOf.map((choice) => typeOf(choice, owner)))].join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items, owner)}`;
  if (schema.type === 'object') return typeof schema.additionalProperties === 'object' ? 'map by name' : 'map';
  if (schema.type === 'integer') return `integer${bounds(schema)}`;
  if (schema.type === 'boolean') return '`true` `false`';
  return schema.pattern ? `string matching ${code(schema.pattern)}` : 'string';
}

function bounds({ minimum, maximum }) {
  if (minimum === undefined && maximum === undefined) return '';
  return maximum === undefined ? ` from ${minimum}` : ` from ${minimum} to ${maximum}`;
}

function fieldRow({ field, required, written, file, only, setBy }) {
  const { schema } = resolve(written, file);
  const example = schema.examples?.[0] ?? schema.const;
  const link = field === 'applications' ? ' Its fields: [Application](application.md).' : '';
  const cells = [
    `${code(field)}${required ? ' **required**' : ''}`,
    typeOf(written, file),
    `${only === '' ? '' : `(${code(only)}) `}${schema.description}${link}${setBy === 'operator' ? '' : ` *Set by: ${setBy}*`}`,
    schema.default === undefined ? '' : code(inline(schema.default)),
    example === undefined ? '' : code(inline(example)),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function kindPage({ kind, file }) {
  const schema = schemas[file];
  const fields = [...fieldsOf(schema, file)];
  return [
    NOTE,
    `# ${kind}`,
    schema.description,
    'Example:',
    `\`\`\`yaml\n${block(schema.examples[0])}\n\`\`\``,
    '## Fields',
    '`[]` means each item of a list and `<name>` each key of a map. Fields without **required** are optional.',
    ...(fields.some(({ setBy }) => setBy !== 'operator') ? [SET_BY] : []),
    ['| Field | Type | Meaning | Default | Example |', '| --- | --- | --- | --- | --- |', ...fields.map(fieldRow)].join(
      '\n',
    ),
  ];
}

function valueSection({ id, definition, source }) {
  const facts = [];
  if (definition.enum) facts.push(`One of ${definition.enum.length}: ${definition.enum.map(code).join(' ')}.`);
  if (definition.pattern) facts.push(`Pattern: ${code(definition.pattern)}`);
  if (definition.type === 'integer') facts.push(`An integer${bounds(definition)}.`);
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
  const intro = 'Values that several kinds share. The types on the pages of kinds link here.';
  out.set('values.md', text([NOTE, '# Values', intro, ...usedValues().flatMap(valueSection)]));
  out.set(
    'README.md',
    text([
      NOTE,
      '# Reference',
      'A catalog consists of documents, each with a `kind` and a `name`. A file may contain several documents, and its folder has no meaning. `gatewright schema KIND` prints the JSON Schema of a kind.',
      kinds.map(({ kind, word, file }) => `- [${kind}](${word}.md): ${schemas[file].description}`).join('\n'),
      'Shared values: [names, durations, purposes, …](values.md).',
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
