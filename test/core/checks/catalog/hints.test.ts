import { loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { AS_OF, type Change, changed } from './programme';

/** The hints of findings with a code in the files that were changed. */
function hintsOf(code: string, changes: readonly Change[]): readonly (string | undefined)[] {
  const { catalog, findings } = loadFiles(changed(changes).files);
  return [...findings, ...checkCatalog(catalog, AS_OF)].filter((one) => one.code === code).map(({ hint }) => hint);
}

test('suggests the name of a document that its schema rejects', () => {
  expect(
    hintsOf('unknown-reference', [
      ['tiers/free.yaml', 'name: free\n', 'name: free\ntitel: x\n'],
      ['sim-swap.yaml', 'tiers: [paid, free]', 'tiers: [paid, fre]'],
    ]),
  ).toEqual(["did you mean 'free'? tiers are: free, paid"]);
});

test('evidence whose requirement has a typo is one finding, with the requirement that was meant', () => {
  const edits: readonly Change[] = [
    ['acme-bank.yaml', 'requirement: certification', 'requirement: certificatoin'],
    [
      'acme-bank.yaml',
      'owner: identity-apis',
      'owner: identity-apis\naccreditation: { level: gold, since: 2026-01-10 }',
    ],
  ];
  const { catalog, findings } = loadFiles(changed(edits).files);
  expect([...findings, ...checkCatalog(catalog, AS_OF)].map(({ code, hint }) => `${code}: ${hint}`)).toEqual([
    expect.stringContaining("unknown-reference: did you mean 'certification'?"),
  ]);
});

test('says where to define an entry of the Programme if it has none of that kind', () => {
  expect(
    hintsOf('unknown-reference', [
      ['programme.yaml', 'feeds:\n  reseller-sales: { title: Sales of the reseller, source: resale }\n', ''],
      [
        'tiers/paid.yaml',
        'sla: {',
        'price:\n  items:\n    sales: { type: share, feed: sales, percent: 20%, payer: operator, payee: partner }\nsla: {',
      ],
    ]),
  ).toEqual(['there are no feeds; define it in `feeds` of the Programme']);
});

test('suggests the allowed purposes', () => {
  const [hint] = hintsOf('missing-purpose', [
    ['acme-bank.yaml', '        purpose: dpv:FraudPreventionAndDetection\n', ''],
    ['policies.yaml', '[dpv:FraudPreventionAndDetection]', '[dpv:IdentityVerification, dpv:ServiceProvision]'],
  ]);
  expect(hint).toBe('add `purpose`; allowed purposes are: dpv:IdentityVerification, dpv:ServiceProvision');
});

test.each([
  ['3.0.0', "write '3.0.0' here, or '2.1.0' in catalog/sim-swap.openapi.yaml"],
  ['x'.repeat(300), "write '2.1.0' in catalog/sim-swap.openapi.yaml, whose version is not valid for an API"],
])('the version %.10s of an OpenAPI file is suggested if it is valid for an API', (version, hint) => {
  expect(hintsOf('api-version-mismatch', [['sim-swap.openapi.yaml', 'version: 2.1.0', `version: ${version}`]])).toEqual(
    [hint],
  );
});
