import { brief, loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { AS_OF, type Change, changed } from './programme';

/** Documents that their schemas refuse: what refers to them has a finding already. */
const broken: readonly (readonly [string, Change])[] = [
  ['an api', ['sim-swap.yaml', 'domain: identity', 'domain: 7']],
  ['an OpenAPI file', ['sim-swap.openapi.yaml', 'openapi: 3.0.3', 'openapi: [']],
  ['an OpenAPI file of the other api', ['number-verification.openapi.yaml', 'paths:', 'path:']],
  ['a tier', ['tiers/paid.yaml', 'status: active', 'status: sold']],
  ['an environment', ['environments.yaml', 'stage: production', 'stage: live']],
  ['a team', ['teams.yaml', 'email: identity@operator.example', 'email: 7']],
  ['a partner', ['acme-bank.yaml', 'type: technology', 'type: friend']],
  ['a reseller', ['globex.yaml', 'type: reseller', 'type: friend']],
  ['a token policy', ['policies.yaml', 'signedBy: idp', 'signedBy: nobody']],
  ['a consent policy', ['policies.yaml', 'userContext: three-legged', 'userContext: four-legged']],
  ['an mtls policy', ['policies.yaml', 'registered: thumbprint', 'registered: nose']],
  ['YAML', ['policies.yaml', 'kind: ErrorPolicy', 'kind: [']],
  ['a kind', ['teams.yaml', 'kind: Team', 'kind: Taem']],
  ['a name', ['teams.yaml', 'name: identity-apis', 'nmae: identity-apis']],
];

test.each(broken)('%s that cannot be read has no findings but its own', (_, change) => {
  const { catalog, findings } = loadFiles(changed([change]).files);
  expect(findings.length).toBeGreaterThan(0);
  expect(new Set(findings.map(({ at }) => at.file)).size).toBe(1);
  // A tier that is not there leaves nothing to seal; everything else stays as it was.
  expect(brief(checkCatalog(catalog, AS_OF))).toEqual([]);
});

test('an empty catalog has no findings', () => {
  expect(checkCatalog(loadFiles({}).catalog, AS_OF)).toEqual([]);
});
