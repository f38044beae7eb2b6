import { App } from 'cdktf';
import type { Construct } from 'constructs';
import {
  AuditTrail,
  ConsentCheck,
  ErrorShape,
  MutualTls,
  RateLimit,
  ResponseMasking,
  TierLimits,
  TokenProtection,
  TrafficMetrics,
} from '../../constructs';
import { type ApiPolicies, exposedOperations, policiesOf, tiersOf } from '../../core/model';
import { EnvironmentStack } from '../../stacks';
import { catalogOfFiles } from '../support/programme';
import { inFolder } from '../support/synthesis';

const catalog = catalogOfFiles();
const entry = catalog.apis.get('sim-swap');
const environment = catalog.environments.get('sandbox')?.value;
if (!entry || !environment || exposedOperations(entry).length === 0) throw new Error('the fixture has changed');
const { value: api, definition } = entry;
const base = { api, definition, environment };
const tiers = tiersOf(catalog, api);
const policies = policiesOf(catalog, api);

type Given = { readonly [Field in keyof ApiPolicies]?: unknown };

/** Creates a construct with the given policies, including combinations that the types would not allow. */
type Make = (scope: Construct, given: Given) => Construct;

/** Every construct that takes policies: the field of the API, the prop, and a factory. */
const takers: readonly [construct: string, field: keyof ApiPolicies, prop: string, make: Make][] = [
  ...taker('AuditTrail', { audit: 'policy', errors: 'errors' }, AuditTrail),
  ...taker('ConsentCheck', { consent: 'policy', token: 'token' }, ConsentCheck),
  ...taker('ErrorShape', { errors: 'policy' }, ErrorShape),
  ...taker('MutualTls', { mtls: 'policy', token: 'token' }, MutualTls),
  ...taker('RateLimit', { rateLimit: 'policy' }, RateLimit),
  ...taker('ResponseMasking', { masking: 'policy' }, ResponseMasking),
  ...taker('TierLimits', { rateLimit: 'rateLimit' }, TierLimits),
  ...taker('TokenProtection', { token: 'policy', mtls: 'mtls' }, TokenProtection),
  ...taker('TrafficMetrics', { metrics: 'policy' }, TrafficMetrics),
];

function taker(
  construct: string,
  props: Partial<Record<keyof ApiPolicies, string>>,
  ConstructClass: new (scope: Construct, id: string, props: never) => Construct,
): typeof takers {
  const fields = Object.entries(props) as [keyof ApiPolicies, string][];
  return fields.map(([field, prop]) => [
    construct,
    field,
    prop,
    (scope, given) => {
      const policyProps = Object.fromEntries(fields.map(([one, name]) => [name, given[one]]));
      return new ConstructClass(scope, 'test', { ...base, tiers, ...policyProps } as never);
    },
  ]);
}

const create = (make: Make, given: Given) =>
  inFolder((folder) => {
    make(new EnvironmentStack(new App({ outdir: folder }), 'sandbox_test', { environment }), given);
  });

describe.each(takers)('%s with the %s policy', (_, field, prop, make) => {
  test('that the API names is accepted', () => {
    expect(() => create(make, policies)).not.toThrow();
  });

  test('missing is rejected', () => {
    expect(() => create(make, { ...policies, [field]: undefined })).toThrow(
      `api 'sim-swap' names ${field} policy '${api.policies[field]}', but ${prop} is missing; pass policy '${api.policies[field]}'`,
    );
  });

  test('with another name is rejected', () => {
    const given = { ...policies, [field]: { ...policies[field], name: 'other' } };
    expect(() => create(make, given)).toThrow(
      `api 'sim-swap' names ${field} policy '${api.policies[field]}', but ${prop} is 'other'; pass policy '${api.policies[field]}'`,
    );
  });
});

test('a policy that the API does not name is rejected', () => {
  const { consent, ...named } = api.policies;
  const other = { ...api, policies: named };
  expect(consent).toBeDefined();
  const make: Make = (scope, { consent: policy, token }) =>
    new ConsentCheck(scope, 'test', { ...base, api: other, policy, token } as never);
  expect(() => create(make, policies)).toThrow(
    "api 'sim-swap' does not name any consent policy, but policy is 'fraud-prevention'; remove policy, or name the policy in the api's policies.consent",
  );
  expect(() => create(make, { token: policies.token })).not.toThrow();
});
