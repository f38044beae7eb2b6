import { type ContractTemplate, contractVersion, type Partner } from '../../../../core/model';

const VERSION: ContractTemplate['versions'][string] = {
  effective: '2026-01-01',
  texts: { en: { file: './standard.md', sha256: '0'.repeat(64) } },
  notice: { price: '60 days', deprecation: '12 months', termination: '3 months' },
};
const TEMPLATE: ContractTemplate = {
  kind: 'ContractTemplate',
  name: 'standard',
  title: 'Standard contract',
  versions: { '2.1.0': VERSION },
};
const TEMPLATES = new Map([['standard', { name: 'standard', value: TEMPLATE }]]);

const versionOf = (template: string, version: string) =>
  contractVersion(TEMPLATES, { contract: { template, version } } as Partner);

test('returns the version of the template that a contract names', () => {
  expect(versionOf('standard', '2.1.0')).toEqual({
    template: TEMPLATES.get('standard'),
    version: '2.1.0',
    value: VERSION,
  });
});

test.each([
  ['an unknown version', 'standard', '2.2.0'],
  ['an unknown template', 'standrad', '2.1.0'],
  ['a name that objects inherit', 'standard', 'constructor'],
])('returns nothing for %s', (_, template, version) => {
  expect(versionOf(template, version)).toBeUndefined();
});
