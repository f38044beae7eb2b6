import { withSeverity } from '../../../../core/checks/with-severity';
import { loadCatalog, MemorySource } from '../../../../core/load';
import { checkCatalog } from '../../../support/checks';
import { HEAD, petsApi } from './pets';

/** What is found about a definition whose one operation has the given responses. */
function read(
  responses: string,
  rest = '',
  more: Readonly<Record<string, string>> = {},
  expected = 'openapi-reference-not-found',
) {
  const operation = `paths: { /a: { get: { security: [{ o: [s] }], responses: ${responses} } } }`;
  const files = { 'api.yaml': petsApi(), 'openapi.yaml': `${HEAD}${operation}\n${rest}`, ...more };
  const { catalog, findings } = loadCatalog(new MemorySource(files));
  const found = [
    ...withSeverity(findings),
    ...checkCatalog(catalog, '2026-11-30').filter(({ code }) => code === 'unknown-security-scheme'),
  ];
  expect(catalog.apis.get('pets')?.definition.operations).toHaveLength(1);
  return found.map(({ severity, code, message, hint, at }) => {
    expect([severity, code]).toEqual(['warning', expected]);
    return `${at.file}:${at.line} ${message} [${hint}]`;
  });
}

test('references to one target that does not exist are one warning, with the near name', () => {
  expect(
    read(
      "{ 200: { $ref: '#/components/responses/Okk' }, 201: { $ref: '#/components/responses/Okk' } }",
      'components: { responses: { Ok: { description: OK } } }\n',
    ),
  ).toEqual([
    "catalog/openapi.yaml:3 $ref '#/components/responses/Okk' refers to a value that does not exist, here and in 1 more places [did you mean '#/components/responses/Ok'?]",
  ]);
});

test('references to one file that does not exist are one warning, with the near name', () => {
  expect(
    read(
      "{ 200: { $ref: './comon.yaml#/ok' }, 201: { $ref: './comon.yaml#/created' }, 202: { $ref: ./common.yaml } }",
      '',
      {
        'common.yaml': 'ok: {}\n',
      },
    ),
  ).toEqual([
    "catalog/openapi.yaml:3 $ref './comon.yaml' refers to a file that does not exist, here and in 1 more places [did you mean './common.yaml'?]",
  ]);
});

test('reports a broken reference in the file that contains it', () => {
  const common = 'ok:\n  content:\n    text/plain: { schema: { $ref: "#/schemas/Text" } }\n';
  expect(read("{ 200: { $ref: './common.yaml#/ok' } }", '', { 'common.yaml': common })).toEqual([
    "catalog/common.yaml:3 $ref '#/schemas/Text' refers to a value that does not exist [correct it, or add the value]",
  ]);
});

test('a security scheme that refers to a value that does not exist is reported', () => {
  const [found] = read('{}', "components: { securitySchemes: { o: { $ref: '#/components/securitySchemes/none' } } }\n");
  expect(found).toContain("$ref '#/components/securitySchemes/none' refers to a value that does not exist");
});

test('data, addresses, anchors, names of properties and files outside the catalog are not broken references', () => {
  const schemas = `components:
  schemas:
    Pet:
      $anchor: pet
      example: { $ref: '#/none' }
      properties: { $ref: { type: string }, self: { $ref: '#/components/schemas/Pet' }, named: { $ref: '#pet' } }
      default: { $ref: '#/none' }
    Own: { $id: https://example.com/own, properties: { a: { $ref: '#/$defs/a' } }, $defs: { a: {} } }
    Far: { $ref: 'https://example.com/schema.json' }
    Outside: { $ref: '../common/common.yaml#/x' }
  examples: { a: { value: { $ref: '#/none' } } }
x-more: { $ref: '#/none' }
`;
  expect(read('{}', schemas)).toEqual([]);
});

test('checks a property with the name of a data key', () => {
  const [found, ...others] = read(
    '{}',
    "components: { schemas: { Pet: { properties: { example: { $ref: '#/none' } } } } }\n",
  );
  expect(found).toContain("$ref '#/none' refers to a value that does not exist");
  expect(others).toEqual([]);
});

test('the first twenty broken references of a file are listed, and the last says how many more there are', () => {
  const schemas = Array.from({ length: 30 }, (_, at) => `S${at}: { $ref: '#/none/${at}' }`).join(', ');
  const found = read('{}', `components: { schemas: { ${schemas} } }\n`);
  expect(found).toHaveLength(20);
  expect(found.at(-1)).toContain('; 10 more references of this file are broken as well');
});

test('a security scheme that a file does not declare is one warning, with the near name', () => {
  expect(
    read(
      '{}',
      'security: [{ oo: [s] }]\ncomponents: { securitySchemes: { oo: { type: oauth2, flows: {} } } }\n',
      {},
      'unknown-security-scheme',
    ),
  ).toEqual(["catalog/openapi.yaml:3 security scheme 'o' is not declared [did you mean 'oo'?]"]);
});
