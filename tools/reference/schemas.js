/** The content of core/model/schemas for the reference: kinds, their fields, and the values that they share. */
const fs = require('node:fs');
const path = require('node:path');

const folder = path.join(__dirname, '..', '..', 'core', 'model', 'schemas');

/** Definitions with a section on the page of values, by `file#name`: all that are not maps. */
const isValue = (schema) => schema.type !== 'object' && !schema.oneOf;

/** An `example` is separate from the `examples`, so that editors do not suggest it; readers see no difference. */
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

/** The schema behind a reference, with the keywords next to the reference; `id` names the definition. */
function resolve(schema, file) {
  if (schema.$ref === undefined) return { schema, file };
  const [name, pointer] = schema.$ref.split('#/$defs/');
  const owner = name || file;
  const found = pointer ? schemas[owner].$defs[pointer] : schemas[owner];
  const inner = resolve(found, owner);
  const { $ref, ...siblings } = schema;
  return { schema: { ...inner.schema, ...siblings }, file: inner.file, id: `${owner}#${pointer}` };
}

/** The fields below a schema, depth first: `{field, required, written, file, only, setBy}`. */
function* fieldsOf(written, file, prefix = '', only = '', around = 'operator') {
  const { schema, file: owner } = resolve(written, file);
  const setBy = setterOf(written, file, around);
  if (schema.type === 'array') {
    yield* fieldsOf(schema.items, owner, `${prefix}[]`, only, setBy);
    return;
  }
  for (const choice of schema.oneOf ?? []) {
    yield* fieldsOf(choice, owner, prefix, choiceOf(choice, owner) || only, setBy);
  }
  const join = (key) => (prefix === '' ? key : `${prefix}.${key}`);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const required = (schema.required ?? []).includes(key);
    yield { field: join(key), required, written: property, file: owner, only, setBy: setterOf(property, owner, setBy) };
    yield* nested(property, owner, join(key), setBy);
  }
  if (typeof schema.additionalProperties === 'object')
    yield* nestedMap(schema.additionalProperties, owner, join('<name>'), setBy);
}

/** The page of applications describes an application inside a partner as well. */
function* nested(property, owner, field, around) {
  if (field === 'applications') return;
  yield* fieldsOf(property, owner, field, '', around);
}

function* nestedMap(value, owner, field, around) {
  const setBy = setterOf(value, owner, around);
  yield { field, required: false, written: value, file: owner, only: '', setBy };
  yield* fieldsOf(value, owner, field, '', around);
}

/** Who may set a field; by default, whoever may set what is around it. */
function setterOf(written, file, around) {
  return resolve(written, file).schema['x-set-by'] ?? around;
}

/** The field that distinguishes an alternative from the others: `type: s3`. */
function choiceOf(choice, file) {
  const { schema } = resolve(choice, file);
  const constants = Object.entries(schema.properties ?? {}).filter(([, property]) => property.const !== undefined);
  return constants.map(([key, property]) => `${key}: ${property.const}`).join(', ');
}

/** The anchor of a value on the page of values, and the order of that page. */
const anchor = (id) => id.split('#')[1].toLowerCase();

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

module.exports = { anchor, fieldsOf, isValue, kinds, resolve, schemas, usedValues };
