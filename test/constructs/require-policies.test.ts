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
const on = { api, definition, environment };
const tiers = tiersOf(catalog, api);
const policies = policiesOf(catalog, api);

type Given = { readonly [Field in keyof ApiPolicies]?: unknown };

/** A construct with some policies; what is missing is what the types would refuse. */
type Make = (scope: Construct, given: Given) => Construct;

/** Every construct that takes policies: the field of the API, the prop, and what makes it. */
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
  Noun: new (scope: Construct, id: string, props: never) => Construct,
): typeof takers {
  const fields = Object.entries(props) as [keyof ApiPolicies, string][];
  return fields.map(([field, prop]) => [
    construct,
    field,
    prop,
    (scope, given) => {
      const taken = Object.fromEntries(fields.map(([one, name]) => [name, given[one]]));
      return new Noun(scope, 'alone', { ...on, tiers, ...taken } as never);
    },
  ]);
}

const made = (make: Make, given: Given) =>
  inFolder((folder) => {
    make(new EnvironmentStack(new App({ outdir: folder }), 'sandbox_test', { environment }), given);
  });

describe.each(takers)('%s with the %s policy', (_, field, prop, make) => {
  test('that the API names is made', () => {
    expect(() => made(make, policies)).not.toThrow();
  });

  test('left out is refused', () => {
    expect(() => made(make, { ...policies, [field]: undefined })).toThrow(
      `api 'sim-swap' names ${field} policy '${api.policies[field]}', and none was given; change ${prop} to what the api names`,
    );
  });

  test('of another name is refused', () => {
    const given = { ...policies, [field]: { ...policies[field], name: 'other' } };
    expect(() => made(make, given)).toThrow(
      `api 'sim-swap' names ${field} policy '${api.policies[field]}', and 'other' was given; change ${prop} to what the api names`,
    );
  });
});

test('a policy that the API does not name is refused', () => {
  const { consent, ...named } = api.policies;
  const other = { ...api, policies: named };
  expect(consent).toBeDefined();
  const make: Make = (scope, { consent: policy, token }) =>
    new ConsentCheck(scope, 'alone', { ...on, api: other, policy, token } as never);
  expect(() => made(make, policies)).toThrow(
    "api 'sim-swap' names no consent policy, and 'fraud-prevention' was given; leave policy out, or name it in the api's policies.consent",
  );
  expect(() => made(make, { token: policies.token })).not.toThrow();
});
