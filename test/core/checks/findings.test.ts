import { findings } from '../../../core/checks';
import { KINDS } from '../../../core/model';
import { type Edit, edited } from '../../policies/support/programme';
import { brief, loadFiles } from '../../support/catalog';
import { programmeFiles } from '../../support/programme';

const DAY = '2026-11-21';

const found = (file: string, ...edits: readonly Edit[]) =>
  brief(findings(loadFiles(edited(file, ...edits)), DAY)).filter((line) => !line.includes(' client-ca '));

test('a valid catalog has no findings', () => {
  const lines = found(
    'policies.yaml',
    // The token has to identify the user who is asked for consent.
    ['signedBy: idp', 'signedBy: idp\nthreeLegged: { rule: subject-differs }'],
    ['userContext: any', 'userContext: three-legged'],
  );
  expect(lines.filter((line) => !/ (subscription-without-effect|local-quota-in-trial) /.test(line))).toEqual([]);
});

test('lists schema errors first, then unknown references, then all others, each sorted by position', () => {
  const files = {
    ...edited('policies.yaml', ['model: camara', 'model: camara\nupstreamErrors: replace']),
    'api.yaml': edited('api.yaml', ['sim-swap.sandbox.internal', 'sim-swap.elsewhere.internal'])['api.yaml'] ?? '',
    'tier.yaml': edited('tier.yaml', ['status: draft', 'status: drafty'])['tier.yaml'] ?? '',
    'partner.yaml': edited('partner.yaml', ['owner: identity-apis', 'owner: identity-api'])['partner.yaml'] ?? '',
  };
  const all = findings(loadFiles(files), DAY);
  const codes = all.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['native-upstream-errors', 'upstream-outside-isolation']));
  expect(all.some(({ at }) => at.file === 'catalog/tier.yaml')).toBe(true);
  expect(codes.slice(0, 2)).toEqual(['not-allowed-value', 'unknown-reference']);
  const places = all.slice(2).map(({ at }) => [at.file, at.line] as const);
  expect(places.length).toBeGreaterThan(1);
  expect(places).toEqual([...places].sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1)));
});

test.each([
  ['an api', 'api.yaml'],
  ['a partner', 'partner.yaml'],
])('a team that does not exist is reported once in %s', (_, file) => {
  const before = found(file);
  const lines = found(file, ['owner: identity-apis', 'owner: identity-api']).filter((line) => !before.includes(line));
  expect(lines).toEqual([expect.stringContaining(" unknown-reference team 'identity-api' does not exist")]);
});

/** Where each finding is and of which sort, without its words: those may count documents that are no longer there. */
const sorts = (files: Readonly<Record<string, string>>) =>
  findings(loadFiles(files), DAY).map(({ at, code }) => `${at.file} ${code}`);

describe('in the small programme', () => {
  const files = programmeFiles();
  const before = sorts(files);

  test.each([...firstOfEachKind(files)])(
    'a typing error in a document of kind %s has one finding and no other',
    (_, broken) => {
      const expected = [...before];
      const fresh = sorts({ ...files, ...broken }).filter((sort) => {
        const index = expected.indexOf(sort);
        if (index >= 0) expected.splice(index, 1);
        return index < 0;
      });
      expect(fresh).toEqual([`catalog/${Object.keys(broken)[0]} unknown-field`]);
    },
  );
});

/** For every kind the file that has its first document, with a field in this that no schema knows. */
function* firstOfEachKind(
  files: Readonly<Record<string, string>>,
): Iterable<readonly [kind: string, broken: Readonly<Record<string, string>>]> {
  for (const kind of KINDS) {
    const line = new RegExp(`^kind: ${kind}$`, 'm');
    const [file, text] = Object.entries(files).find(([, each]) => line.test(each)) ?? [];
    if (file !== undefined && text !== undefined) yield [kind, { [file]: text.replace(line, '$&\ntypingError: 1') }];
  }
}
