/**
 * Compiles the schemas of the kinds into `dist/`: functions that return whether a value is valid, so that Ajv has nothing to
 * compile if every document is. Ajv still explains errors, from the same schemas, formats and patterns.
 * Usage, after the compiler: node tools/compile-schemas.js
 */
const fs = require('node:fs');
const path = require('node:path');
const { Ajv2020 } = require('ajv/dist/2020');
const { _ } = require('ajv');
const standalone = require('ajv/dist/standalone').default;

const VALIDATION = path.join(__dirname, '../dist/core/model/validation');

function compiledSchemas() {
  const { KIND_SCHEMAS, SHARED_SCHEMAS } = require('../dist/core/model/schemas');
  const { FORMATS } = require('../dist/core/model/validation/formats');
  const { boundedPattern } = require('../dist/core/model/validation/pattern');
  const { SET_BY } = require('../dist/core/model/validation/validator');
  const { areDifferent } = require('../dist/core/model/validation/unique-items');
  const ajv = new Ajv2020({
    messages: false,
    strict: true,
    validateSchema: false,
    formats: FORMATS,
    code: {
      source: true,
      formats: _`require("./formats").FORMATS`,
      regExp: Object.assign(boundedPattern, { code: 'require("./pattern").boundedPattern' }),
    },
  });
  ajv.addKeyword(SET_BY);
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    code: (cxt) => {
      const areUnique = cxt.gen.scopeValue('func', {
        ref: areDifferent,
        code: _`require("./unique-items").areDifferent`,
      });
      if (cxt.schema) cxt.pass(_`${areUnique}(${cxt.data})`);
    },
  });
  ajv.addSchema([...SHARED_SCHEMAS, ...Object.values(KIND_SCHEMAS)]);
  return standalone(ajv, Object.fromEntries(Object.values(KIND_SCHEMAS).map(({ $id }) => [$id, $id])));
}

// Renamed in one step, because another process may be loading it.
const file = path.join(VALIDATION, 'compiled-schemas.js');
const draft = `${file}.${process.pid}`;
fs.writeFileSync(draft, compiledSchemas());
fs.renameSync(draft, file);
