import { sortFindings } from '../../../../core/model';
import { loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { AS_OF, type Change, changed } from './programme';

/** What is found after changes, as `file:line code message; hint`, and how many other places each finding has. */
function found(...changes: readonly Change[]) {
  const { catalog, findings } = loadFiles(changed(changes).files);
  return sortFindings([...findings, ...checkCatalog(catalog, AS_OF)]).map(
    ({ at, code, message, hint, related = [] }) => ({
      text: `${at.file}:${at.line} ${code} ${message}; ${hint}`,
      others: related.map(({ file }) => file),
    }),
  );
}

test('reports an unknown name once, at its first position, with the others as related', () => {
  expect(
    found(
      ['sim-swap.yaml', 'errors: camara-errors', 'errors: camara'],
      ['number-verification.yaml', 'errors: camara-errors', 'errors: camara'],
    ),
  ).toEqual([
    {
      text: "catalog/number-verification.yaml:20 unknown-reference error policy 'camara' does not exist (referenced in 2 places); did you mean 'camara-errors'? error policies are: camara-errors",
      others: ['catalog/sim-swap.yaml'],
    },
  ]);
});

test('reports a changed name where it is defined, with the places that use the old name as related', () => {
  expect(found(['policies.yaml', 'name: camara-errors', 'name: camra-errors'])).toEqual([
    {
      text: expect.stringMatching(
        /^catalog\/policies.yaml:\d+ unknown-reference nothing refers to error policy 'camra-errors', but 2 places refer to 'camara-errors', which does not exist; write 'camara-errors' here, or 'camra-errors' in those places$/,
      ),
      others: ['catalog/number-verification.yaml', 'catalog/sim-swap.yaml'],
    },
  ]);
});

test('reports only the malformed name of a document, however many places refer to it', () => {
  const all = found(['tiers/paid.yaml', 'name: paid', 'name: Paid']);
  expect(all).toEqual([
    { text: expect.stringMatching(/^catalog\/tiers\/paid.yaml:2 malformed-value 'name' is 'Paid'.*/), others: [] },
  ]);
});

test('reports an unknown scope once for all subscriptions that grant it', () => {
  const all = found(
    ['acme-bank.yaml', '        scopes: [sim-swap:check]', "        scopes: ['sim-swap:old']"],
    ['globex.yaml', '    scopes: [sim-swap:retrieve, sim-swap:date]', "    scopes: ['sim-swap:old']"],
  );
  expect(all.filter(({ text }) => text.includes('unknown-scope'))).toEqual([
    {
      text: expect.stringContaining("scope 'sim-swap:old' does not exist in api 'sim-swap' (referenced in 2 places)"),
      others: ['catalog/globex.yaml'],
    },
  ]);
});
