import { brief, loadFiles, OPENAPI } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';

const API = `kind: Api
name: sim-swap
title: SIM Swap
description: Recent swaps of a SIM card.
domain: identity
owner: identity-apis
version: 2.1.0
basePath: /sim-swap/v2
openapi: ./openapi.yaml
lifecycle: draft
criticality: low
personalData: false
visibility: public
tiers: [free]
upstreams:
  sandbox: { url: https://sim-swap.internal }
policies:
  token: operator-idp
  rateLimit: high-volume
  audit: personal-data
  errors: camara-errors
`;

const found = (text: string) => loadFiles({ 'api.yaml': text, 'openapi.yaml': OPENAPI }).findings;

describe('a header of a map', () => {
  test.each([
    [
      'that is gone has one finding',
      API.replace('policies:\n', ''),
      "17:3 unknown-field 'token' and the following lines are part of 'policies', not of 'upstreams'; the line 'policies:' is missing",
      "write 'policies:' on the line above, in the column of 'upstreams:'",
    ],
    [
      'that is indented as part of the map above has one finding',
      API.replace('policies:', '  policies:'),
      "17:3 unknown-field 'policies' is indented as part of 'upstreams'",
      "start the line 'policies:' in the column of 'upstreams:'",
    ],
  ])('%s', (_, text, expected, hint) => {
    expect(found(API)).toEqual([]);
    expect(found(text).map(({ at, code, message }) => `${at.line}:${at.column} ${code} ${message}`)).toEqual([
      expected,
    ]);
    expect(found(text)[0]?.hint).toBe(hint);
  });

  test('that is missing causes no findings about references', () => {
    const { catalog } = loadFiles({ 'api.yaml': API.replace('policies:\n', ''), 'openapi.yaml': OPENAPI });
    const messages = checkCatalog(catalog, '2026-11-21').map(({ message }) => message);
    expect(messages.filter((message) => /'(token|audit|errors|high-volume)'/.test(message))).toEqual([]);
  });

  test('that is indented as part of the map next to it has a hint with its column', () => {
    const moved = '  sandbox:\n    url: https://a.internal\n    production:\n    capacity: { second: 5 }\n';
    const [first] = found(API.replace('  sandbox: { url: https://sim-swap.internal }\n', moved));
    expect(first?.hint).toContain("start 'production:' in the column of 'sandbox:' if it belongs next to it; ");
  });

  test('is not suspected where the fields are those of the map itself', () => {
    const tier = `kind: Tier\nname: a\ntitle: A\nstatus: draft\nversion: 1.0.0\nlimits: { second: x, minute: y }\n`;
    expect(brief(found(tier)).filter((line) => line.includes('is missing'))).toEqual([]);
    expect(found(tier).filter(({ at }) => at.path.startsWith('/limits/'))).toHaveLength(2);
  });
});
