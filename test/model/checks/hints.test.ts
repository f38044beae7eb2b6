import { checkCatalog } from '../../../model/check';
import { loadFiles } from '../../support/catalog';
import { AS_OF, type Change, changed } from './programme';

/** The hints of findings with a code in the files that were changed. */
function hintsOf(code: string, changes: readonly Change[]): readonly (string | undefined)[] {
  const { catalog, diagnostics } = loadFiles(changed(changes).files);
  return [...diagnostics, ...checkCatalog(catalog, AS_OF)].filter((one) => one.code === code).map(({ hint }) => hint);
}

test('a document that its schema refuses is among the names that may have been meant', () => {
  expect(
    hintsOf('unknown-reference', [
      ['tiers/free.yaml', 'name: free\n', 'name: free\ntitel: x\n'],
      ['sim-swap.yaml', 'tiers: [paid, free]', 'tiers: [paid, fre]'],
    ]),
  ).toEqual(["did you mean 'free'? tiers are: free, paid"]);
});

test('a proof whose requirement is spelled otherwise is told beside the requirement', () => {
  expect(
    hintsOf('evidence-missing', [['acme-bank.yaml', 'requirement: certification', 'requirement: certificatoin']]),
  ).toEqual([
    "if its proof of 'certificatoin' is meant, write 'certification' there; else add it to the partner's `evidence`, or keep the subscription out of production with `environments`",
  ]);
});
