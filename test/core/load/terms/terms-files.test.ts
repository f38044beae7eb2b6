import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { FolderSource, loadCatalog } from '../../../../core/load';
import { fileDigest, type TermsFile, termsText } from '../../../../core/model';
import { brief, loadFiles } from '../../../support/catalog';
import { writeFiles } from '../../../support/programme';
import { inFolder } from '../../../support/synthesis';

const FILE: TermsFile = {
  tier: 'paid',
  version: '1.0.0',
  announced: '2026-01-01',
  effective: '2026-02-01',
  terms: { approval: 'automatic', limits: { second: 5 } },
};
const TEXT = termsText(FILE);
const TEAM = 'kind: Team\nname: a\ntitle: A\nemail: a@operator.example\n';
const load = (text: string, path = 'terms/paid/1.0.0.json') => loadFiles({ 'team.yaml': TEAM, [path]: text });
const changed = (change: object) => termsText({ ...FILE, ...change } as TermsFile);

test('a terms file is part of the catalog, with its digest and positions', () => {
  const { catalog, findings } = load(TEXT);
  expect(findings).toEqual([]);
  const entry = catalog.terms.get('paid@1.0.0');
  expect(entry?.value).toEqual(FILE);
  expect(entry?.digest).toBe(fileDigest(TEXT));
  expect(entry?.at(['terms', 'limits', 'second'])).toMatchObject({ file: 'catalog/terms/paid/1.0.0.json', line: 7 });
});

test('a terms file with CRLF has the same digest', () => {
  const { catalog, findings } = load(TEXT.replaceAll('\n', '\r\n'));
  expect(findings).toEqual([]);
  expect(catalog.terms.get('paid@1.0.0')?.digest).toBe(fileDigest(TEXT));
});

test.each<[string, string, string]>([
  ['text that is not JSON', '{', '1:1 terms-file-invalid terms file is not JSON'],
  ['a list', '[]\n', '1:1 terms-file-invalid terms file must be a map'],
  ['other indentation', `${JSON.stringify(FILE)}\n`, '1:1 terms-file-invalid terms file is not in canonical form'],
  ['a missing newline', TEXT.trimEnd(), '1:1 terms-file-invalid terms file is not in canonical form'],
  ['a repeated key', TEXT.replace('{\n', '{\n  "tier": "paid",\n'), 'appears twice'],
  ['another tier', changed({ tier: 'free' }), "10:11 terms-file-invalid 'tier' must be 'paid', as in the path"],
  ['another version', changed({ version: '1.0.1' }), "'version' must be '1.0.0', as in the path of the file"],
  [
    'a date that does not exist',
    changed({ announced: '2026-02-30' }),
    "2:16 terms-file-invalid 'announced' must be a calendar date",
  ],
  [
    'an effective day before the announcement',
    changed({ effective: '2025-12-31' }),
    'before they are announced on 2026-01-01',
  ],
  ['an unknown field', changed({ extra: 1 }), "terms file has a field 'extra'"],
  ['an unknown term', changed({ terms: { ...FILE.terms, limit: {} } }), 'terms-file-invalid'],
  [
    'a limit that is not a number',
    changed({ terms: { ...FILE.terms, limits: { second: 'x' } } }),
    '7:17 terms-file-invalid',
  ],
  [
    'an API without a service level',
    changed({ terms: { ...FILE.terms, apis: { a: {} } } }),
    "must have 'sla' and nothing else",
  ],
])('rejects %s', (_, text, expected) => {
  const { catalog, findings } = load(text);
  expect(brief(findings).join('\n')).toContain(expected);
  expect(findings.every(({ code }) => code === 'terms-file-invalid')).toBe(true);
  expect([catalog.terms.size, catalog.unread?.has('Terms/paid@1.0.0')]).toEqual([0, true]);
});

test.each(['terms/1.0.0.json', 'terms/paid/1.0.0.yaml', 'terms/a/b/1.0.0.json', 'terms/notes.md'])(
  'reports %s, which is not the place of a terms file',
  (path) => {
    expect(load('# text\n', path).findings.map(({ code }) => code)).toContain('terms-file-misplaced');
  },
);

test('reports a secret in a terms file, whose text is never shown', () => {
  const secret = `ghp_${'a1B2'.repeat(9)}`;
  const { findings, texts } = load(changed({ terms: { ...FILE.terms, benefits: [secret] } }));
  expect(findings.map(({ code }) => code)).toEqual(['secret-in-catalog']);
  expect(JSON.stringify([findings, [...texts]])).not.toContain(secret);
});

test.each([
  ['the folder', '.', 'agreed', 'terms', 'agreed', 'agreed/paid/1.0.0.json'],
  ['the folder of a tier', 'terms', 'agreed', 'paid', '../agreed/paid', 'agreed/paid/1.0.0.json'],
])('%s may be a symbolic link to a folder of the catalog', (_, folder, target, link, to, listed) => {
  inFolder((cwd) => {
    writeFiles(cwd, { 'team.yaml': TEAM, [`${target}/paid/1.0.0.json`]: TEXT });
    mkdirSync(path.join(cwd, folder), { recursive: true });
    symlinkSync(to, path.join(cwd, folder, link));
    const { catalog, findings } = loadCatalog(new FolderSource(cwd, 'catalog'));
    expect(findings).toEqual([]);
    expect(catalog.terms.get('paid@1.0.0')?.file).toBe(`catalog/${listed}`);
  });
});

test('the hint of a broken terms file can be followed: without a seal, it may be deleted', () => {
  const [broken] = load('{').findings;
  expect(broken?.hint).toBe(
    'do not edit terms files: restore it from version control, or delete it if its seal was never written in a tier',
  );
});
