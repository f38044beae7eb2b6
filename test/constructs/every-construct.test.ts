import { App } from 'cdktf';
import type { Construct } from 'constructs';
import * as constructs from '../../constructs';
import { GatewayConstruct } from '../../constructs/gateway-construct';
import {
  accessControl,
  auditTrail,
  clientCa,
  consentCheck,
  consumerGroup,
  type Entity,
  environmentBasics,
  errorShape,
  gatewayPlugin,
  gatewayRoute,
  gatewayService,
  mutualTls,
  partnerApplications,
  partnerTier,
  rateLimit,
  refusingRoutes,
  responseMasking,
  tierLimits,
  tokenProtection,
  trafficMetrics,
} from '../../core/desired';
import { exposedOperations, type Named } from '../../core/model';
import { accessPlugins } from '../../policies';
import { EnvironmentStack } from '../../stacks';
import { AS_OF, catalogOfFiles } from '../support/programme';
import { inFolder } from '../support/synthesis';

const catalog = catalogOfFiles();

function get<T>(entries: Named<T> | undefined, name: string): T {
  const entry = entries?.get(name);
  if (!entry) throw new Error(`the fixture has no '${name}'`);
  return entry.value;
}

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('the list is empty');
  return one;
}

const { value: api, definition } = first([...catalog.apis.values()].filter(({ name }) => name === 'sim-swap'));
const operation = first(exposedOperations({ value: api, definition }));
const tiers = api.tiers.map((name) => get(catalog.tiers, name));
const tier = first(tiers);
const token = get(catalog.policies.token, 'operator-idp');
const mtls = get(catalog.policies.mtls, 'registered-certificate');
const errors = get(catalog.policies.errors, 'camara-errors');
const limit = get(catalog.policies.rateLimit, 'upstream-limit');

/** Creates a single construct, with the entities that it is expected to add. */
type ConstructCase = readonly [make: (scope: Construct) => Construct, expected: readonly Entity[]];

/** Calls a construct and its function with the same props. */
function constructCase<Props>(
  ConstructClass: new (scope: Construct, id: string, props: Props) => Construct,
  entities: (props: Props) => Entity | readonly Entity[],
  props: Props,
): ConstructCase {
  return [(scope) => new ConstructClass(scope, 'test', props), [entities(props)].flat()];
}

/** Every construct that adds entities. CatalogApi, which consists of them, has its own test. */
function everyConstruct(name: string): Readonly<Record<string, ConstructCase>> {
  const environment = get(catalog.environments, name);
  const common = { api, definition, environment };
  const ca = first(environment.clientCas ?? []);
  const settings = first(accessPlugins({ api: api.name, tiers: api.tiers, environment }));
  const plugin = { ...settings, placement: { scope: 'service', api: api.name } } as const;
  const routes = [{ addressSegments: ['a'], methods: ['GET'], paths: ['~/a$'], priority: 1 }];
  const partner = get(catalog.partners, 'acme-bank');
  const apis = [...catalog.apis.values()].map(({ value }) => value);
  return {
    AccessControl: constructCase(constructs.AccessControl, accessControl, common),
    AuditTrail: constructCase(constructs.AuditTrail, auditTrail, {
      ...common,
      policy: get(catalog.policies.audit, 'full-audit'),
      errors,
    }),
    ClientCa: constructCase(constructs.ClientCa, clientCa, { environment, ...ca }),
    ConsentCheck: constructCase(constructs.ConsentCheck, consentCheck, {
      ...common,
      policy: get(catalog.policies.consent, 'fraud-prevention'),
      token,
    }),
    ConsumerGroup: constructCase(constructs.ConsumerGroup, consumerGroup, {
      api: api.name,
      tier: tier.name,
      environment,
    }),
    EnvironmentBasics: constructCase(constructs.EnvironmentBasics, environmentBasics, {
      environment,
      mtls: [mtls],
      errors: [errors],
    }),
    ErrorShape: constructCase(constructs.ErrorShape, errorShape, { ...common, policy: errors }),
    GatewayPlugin: constructCase(constructs.GatewayPlugin, gatewayPlugin, { environment, plugin }),
    GatewayRoute: constructCase(constructs.GatewayRoute, gatewayRoute, { ...common, operation }),
    GatewayService: constructCase(constructs.GatewayService, gatewayService, common),
    MutualTls: constructCase(constructs.MutualTls, mutualTls, { ...common, policy: mtls, token }),
    PartnerApplications: constructCase(constructs.PartnerApplications, partnerApplications, {
      ...{ environment, asOf: AS_OF, partner, apis, tiers: [...catalog.tiers.values()].map(({ value }) => value) },
    }),
    PartnerTier: constructCase(constructs.PartnerTier, partnerTier, { ...common, tier }),
    RateLimit: constructCase(constructs.RateLimit, rateLimit, { ...common, policy: limit }),
    RefusingRoutes: constructCase(constructs.RefusingRoutes, refusingRoutes, { ...common, routes }),
    ResponseMasking: constructCase(constructs.ResponseMasking, responseMasking, {
      ...common,
      policy: get(catalog.policies.masking, 'coarse-date'),
    }),
    TierLimits: constructCase(constructs.TierLimits, tierLimits, { ...common, tiers, rateLimit: limit }),
    TokenProtection: constructCase(constructs.TokenProtection, tokenProtection, { ...common, policy: token, mtls }),
    TrafficMetrics: constructCase(constructs.TrafficMetrics, trafficMetrics, {
      ...common,
      policy: get(catalog.policies.metrics, 'per-partner'),
    }),
  };
}

describe.each(['sandbox', 'production'])('in %s,', (name) => {
  const environment = get(catalog.environments, name);

  test.each(Object.entries(everyConstruct(name)))(
    '%s adds the entities that the function of the same name returns',
    (_, [make, expected]) => {
      inFolder((folder) => {
        const stack = new EnvironmentStack(new App({ outdir: folder }), `${name}_test`, { environment });
        const added = jest.spyOn(stack, 'add');
        make(stack);
        expect(added.mock.calls.flatMap(([, entities]) => entities)).toEqual(expected);
      });
    },
  );
});

test('the tests cover every construct that adds entities', () => {
  const exported = Object.entries(constructs)
    .filter(([, one]) => typeof one === 'function' && one.prototype instanceof GatewayConstruct)
    .map(([name]) => name);
  expect(Object.keys(everyConstruct('sandbox'))).toEqual(exported.toSorted());
});

test('every construct adds entities, except for limits that another construct enforces', () => {
  const added = (name: string) =>
    Object.entries(everyConstruct(name)).flatMap(([construct, [, expected]]) =>
      expected.length > 0 ? [] : [construct],
    );
  expect(added('sandbox')).toEqual(['PartnerTier', 'RateLimit']);
  expect(added('production')).toEqual(['TierLimits']);
});

describe('a document of an unexpected kind', () => {
  const environment = get(catalog.environments, 'sandbox');
  const common = { api, definition, environment };
  const audit = { ...get(catalog.policies.audit, 'full-audit'), name: 'coarse-date' };

  test.each<[where: string, make: (scope: Construct) => unknown, kind: string]>([
    [
      'as a policy',
      (scope) => new constructs.ResponseMasking(scope, 'a', { ...common, policy: audit as never }),
      "expected a document of kind MaskingPolicy, found AuditPolicy 'coarse-date'",
    ],
    [
      'as an API',
      (scope) => new constructs.GatewayService(scope, 'a', { api: token as never, environment }),
      "expected a document of kind Api, found TokenPolicy 'operator-idp'",
    ],
    [
      'as a tier',
      (scope) => new constructs.TierLimits(scope, 'a', { ...common, tiers: [limit as never] }),
      "expected a document of kind Tier, found RateLimitPolicy 'upstream-limit'",
    ],
    [
      'if it has no kind',
      (scope) => new constructs.ClientCa(scope, 'a', { environment: {}, name: 'a', pem: '' } as never),
      'expected a document of kind Environment, found a document without a kind',
    ],
  ])('is rejected %s', (_, make, message) => {
    inFolder((folder) => {
      const stack = new EnvironmentStack(new App({ outdir: folder }), 'sandbox_test', { environment });
      expect(() => make(stack)).toThrow(message);
    });
  });

  test('is rejected as the environment of a stack', () => {
    inFolder((folder) => {
      const app = new App({ outdir: folder });
      expect(() => new EnvironmentStack(app, 'sandbox_test', { environment: api as never })).toThrow(
        "expected a document of kind Environment, found Api 'sim-swap'",
      );
    });
  });
});
