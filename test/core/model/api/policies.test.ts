import { policiesOf, policyOf, tiersOf } from '../../../../core/model';
import { catalogOfFiles } from '../../../support/programme';

const catalog = catalogOfFiles();
const api = catalog.apis.get('sim-swap')?.value;
if (!api) throw new Error('the programme of the test lacks an API');
const { policies } = catalog;
const without = { ...api, policies: { token: api.policies.token, errors: api.policies.errors } };

describe('the policy of a kind that an API names', () => {
  test('is found by the name that the API has for it', () => {
    expect(policyOf(catalog, api, 'token')).toBe(policies.token.get(api.policies.token));
    expect(policyOf(catalog, api, 'consent')).toBe(policies.consent.get(String(api.policies.consent)));
  });

  test('is undefined if the API names none, or one that does not exist', () => {
    expect(policyOf(catalog, without, 'consent')).toBeUndefined();
    expect(policyOf(catalog, { ...api, policies: { ...api.policies, consent: 'gone' } }, 'consent')).toBeUndefined();
  });
});

describe('all documents that an API names', () => {
  test('are its policies, under the keys that it has for them', () => {
    const all = Object.entries(policiesOf(catalog, api)).map(([key, policy]) => [key, policy?.name]);
    expect(Object.fromEntries(all)).toEqual(api.policies);
    expect(all).toHaveLength(Object.keys(policies).length);
    expect(policiesOf(catalog, without)).toMatchObject({ token: { kind: 'TokenPolicy' }, mtls: undefined });
  });

  test('are its tiers, in its order', () => {
    expect(tiersOf(catalog, api).map(({ name }) => name)).toEqual(api.tiers);
    const turned = { ...api, tiers: [...api.tiers].reverse() };
    expect(tiersOf(catalog, turned).map(({ name }) => name)).toEqual(turned.tiers);
  });

  test('must exist', () => {
    expect(() => policiesOf({ ...catalog, policies: { ...policies, mtls: new Map() } }, api)).toThrow(
      `api 'sim-swap' names mtls policy '${api.policies.mtls}', which does not exist; check the catalog first`,
    );
    expect(() => policiesOf({ ...catalog, policies: { ...policies, errors: new Map() } }, without)).toThrow(
      "api 'sim-swap' names errors policy",
    );
    expect(() => tiersOf({ ...catalog, tiers: new Map() }, api)).toThrow(
      `api 'sim-swap' is offered at tier '${api.tiers[0]}', which does not exist; check the catalog first`,
    );
  });
});
