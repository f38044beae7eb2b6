import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from '../../provider-kong/tools/format';
import { trim } from '../../provider-kong/tools/trim';
import { readSchema, readUsed } from '../../provider-kong/tools/used';
import { testWithFile } from './test-with-file';

const folder = join(__dirname, '../../provider-kong');
const used = readUsed(folder);
const schema = readSchema(folder);

test('schema.json contains the provider and exactly the resources of resources.json', () => {
  expect(Object.keys(schema.provider_schemas)).toEqual([`registry.terraform.io/${used.source}`]);
  const [provider] = Object.values(schema.provider_schemas);
  expect(Object.keys(provider?.provider.block.attributes ?? {})).toContain('admin_token');
  expect(Object.keys(provider?.resource_schemas ?? {})).toEqual([...used.resources].sort());
});

test('schema.json contains no descriptions, only keys of the format and names of the provider', () => {
  const text = JSON.stringify(schema);
  expect(text).not.toMatch(/"(description|description_kind|deprecation_message|summary)":/);
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, string]) => string);
  expect(strings.length).toBeGreaterThan(1000);
  expect(strings.filter((string) => !/^[a-z0-9_./-]+$/.test(string ?? ''))).toEqual([]);
});

test('schema.json is trimmed and formatted as a refresh writes it', () => {
  expect(trim(schema, used)).toEqual({ document: schema, missing: [] });
  expect(readFileSync(join(folder, 'schema.json'), 'utf8')).toBe(format(schema));
  expect(readFileSync(join(folder, 'resources.json'), 'utf8')).toBe(format(used));
});

testWithFile(
  `../shared/data/provider-schema/kong-gateway-${used.version}.json`,
  'schema.json equals the provider’s schema, trimmed',
  (path) => {
    expect(format(trim(JSON.parse(readFileSync(path, 'utf8')), used).document)).toBe(
      readFileSync(join(folder, 'schema.json'), 'utf8'),
    );
  },
);
