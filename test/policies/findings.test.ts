import { findings } from '../../policies/rules';
import { brief, loadFiles } from '../support/catalog';
import { type Edit, edited } from './support/programme';

const DAY = '2026-11-21';

const found = (file: string, ...edits: readonly Edit[]) =>
  brief(findings(loadFiles(edited(file, ...edits)), DAY)).filter((line) => !line.includes(' client-ca '));

test('a programme that is right has none', () => {
  expect(found('tier.yaml').filter((line) => !/ (subscription-without-effect|local-quota) /.test(line))).toEqual([]);
});

test('files, documents together, gateways and rules are told in one list, sorted by place', () => {
  const files = {
    ...edited('policies.yaml', ['model: camara', 'model: camara\nupstreamErrors: replace']),
    'api.yaml': edited('api.yaml', ['sim-swap.sandbox.internal', 'sim-swap.elsewhere.internal'])['api.yaml'] ?? '',
    'tier.yaml': edited('tier.yaml', ['status: draft', 'status: drafty'])['tier.yaml'] ?? '',
  };
  const all = findings(loadFiles(files), DAY);
  const codes = all.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['native-upstream-errors', 'sandbox-cannot-reach-production-upstream']));
  expect(all.some(({ at }) => at.file === 'catalog/tier.yaml')).toBe(true);
  const places = all.map(({ at }) => [at.file, at.line] as const);
  expect(places).toEqual([...places].sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1)));
});

test('what one stage found wrong, a later one does not complain about again', () => {
  const lines = found('api.yaml', ['owner: identity-apis', 'owner: identity-api']);
  expect(lines.filter((line) => line.startsWith('catalog/api.yaml:5:8'))).toEqual([
    expect.stringContaining(' unknown-reference '),
  ]);
});
