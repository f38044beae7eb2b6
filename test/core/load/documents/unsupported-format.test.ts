import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FolderSource, loadCatalog, loadTypeScript } from '../../../../core/load';
import { brief, loadFiles } from '../../../support/catalog';
import { inFolder } from '../../../support/synthesis';

const PROGRAMME = `kind: Programme
name: northwind
title: Northwind
format: 1
operator: { name: Northwind, country: ES }
purpose: Safer payments.
contacts: [{ role: business, email: partners@northwind.example }]
currency: EUR
languages: [en]
`;

/** The findings in a Programme with another line in place of its format, next to a document with an error. */
function foundWith(line: string, other = ''): readonly string[] {
  const { findings } = loadFiles({ 'programme.yaml': PROGRAMME.replace('format: 1\n', line), 'other.yaml': other });
  return findings.map(({ at, code, message, hint }) => `${at.line}:${at.column} ${code} ${message} | ${hint}`);
}

test.each([
  [
    'format: 2\n',
    '4:9 unsupported-format the catalog has format 2, and this version of Gatewright reads format 1 | install the version of Gatewright that the catalog was written for, or a later one',
  ],
  [
    "format: '2'\n",
    '4:9 unsupported-format the catalog has format 2, and this version of Gatewright reads format 1 | install the version of Gatewright that the catalog was written for, or a later one',
  ],
  [
    'format: 0\n',
    "4:9 unsupported-format the catalog has format 0, and this version of Gatewright reads format 1 | write 'format: 1'",
  ],
  [
    'format: -1\n',
    "4:9 unsupported-format the catalog has format -1, and this version of Gatewright reads format 1 | write 'format: 1'",
  ],
  ["format: '1'\n", "4:9 not-allowed-value 'format' is '1'; allowed values are: 1 | write 1, without quotes"],
  ['format: 1.5\n', "4:9 not-allowed-value 'format' is 1.5; allowed values are: 1 | write 1"],
  ['', "1:1 missing-field Programme lacks the field 'format' | add for example format: 1"],
])('%j is reported once, with the edit to make', (line, expected) => {
  expect(foundWith(line, 'kind: Team\nname: ops\ntitle: Ops\nemail: ops@northwind.example\n')).toEqual([expected]);
});

test('nothing else is reported in a catalog of another format', () => {
  const broken = 'kind: Tier\nname: Paid\nprices: [\n---\nkind: Promotion\n';
  expect(foundWith('format: 1\n', broken).length).toBeGreaterThan(1);
  expect(foundWith('format: 2\n', broken)).toEqual([
    expect.stringMatching(/^4:9 unsupported-format the catalog has format 2/),
  ]);
});

test('nothing is known of a catalog of another format', () => {
  const { catalog } = loadFiles({
    'programme.yaml': PROGRAMME.replace('format: 1', 'format: 2'),
    'teams.yaml': 'kind: Team\nname: ops\ntitle: Ops\nemail: ops@northwind.example\n',
  });
  expect([...catalog.teams.keys(), ...catalog.programmes.keys()]).toEqual([]);
  expect(catalog.unread).toEqual(new Set(['*']));
});

test('a Programme from TypeScript is reported at its definition', () => {
  inFolder((folder) => {
    const program = `import { defineProgramme } from 'gatewright/model';
const format: number = 2;
export const programme = defineProgramme({
  name: 'northwind', title: 'Northwind', format: format as 1, operator: { name: 'Northwind', country: 'ES' },
  purpose: 'Safer payments.', contacts: [{ role: 'business', email: 'partners@northwind.example' }],
  currency: 'EUR', languages: ['en'],
});
`;
    writeFileSync(path.join(folder, 'gatewright.catalog.ts'), program);
    const { findings } = loadCatalog(new FolderSource(folder, 'catalog'), loadTypeScript(folder, 'catalog'));
    expect(brief(findings)).toEqual([
      expect.stringMatching(/^catalog\/gatewright\.catalog\.ts:3:\d+ unsupported-format the catalog has format 2/),
    ]);
  });
});
