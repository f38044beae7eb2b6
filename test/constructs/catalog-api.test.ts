// biome-ignore-all lint/suspicious/noTemplateCurlyInString: text that looks like a template is what is tested
import { App } from 'cdktf';
import {
  AccessControl,
  AuditTrail,
  CatalogApi,
  type CatalogApiProps,
  ConsentCheck,
  ErrorShape,
  GatewayRoute,
  GatewayService,
  MutualTls,
  PartnerApplications,
  type PartnerApplicationsProps,
  PartnerTier,
  RateLimit,
  ResponseMasking,
  TierLimits,
  TokenProtection,
  TrafficMetrics,
} from '../../constructs';
import type { TerraformJson } from '../../core/desired';
import { type Api, exposedOperations, type Named, type Partner } from '../../core/model';
import { parameterPattern } from '../../core/model/routes/parameter-pattern';
import { EnvironmentStack } from '../../stacks';
import { AS_OF, catalogOfFiles } from '../support/programme';
import { inFolder, stacksOf, withoutComments } from '../support/synthesis';
import type { StackJson } from '../support/terraform';

const catalog = catalogOfFiles();
const get = <T>(entries: Named<T> | undefined, name: string | undefined): T => {
  const entry = entries?.get(name ?? '');
  if (!entry) throw new Error(`the fixture has no '${name}'`);
  return entry.value;
};
const api = (name = 'sim-swap') => get<Api>(catalog.apis, name);
const definitionOf = (name = 'sim-swap') => catalog.apis.get(name)?.definition ?? { ...EMPTY };
const EMPTY = { file: '', title: '', version: '', operations: [], scopes: [] };
const environmentOf = (name: string) => get(catalog.environments, name);
const tiers = ['paid', 'free'].map((name) => get(catalog.tiers, name));
const policies = {
  token: get(catalog.policies.token, 'operator-idp'),
  mtls: get(catalog.policies.mtls, 'registered-certificate'),
  rateLimit: get(catalog.policies.rateLimit, 'upstream-limit'),
  consent: get(catalog.policies.consent, 'fraud-prevention'),
  masking: get(catalog.policies.masking, 'coarse-date'),
  audit: get(catalog.policies.audit, 'full-audit'),
  metrics: get(catalog.policies.metrics, 'per-partner'),
  errors: get(catalog.policies.errors, 'camara-errors'),
};
const props = (environment: string, changed: Partial<CatalogApiProps> = {}): CatalogApiProps => ({
  api: api(),
  definition: definitionOf(),
  environment: environmentOf(environment),
  tiers,
  policies,
  ...changed,
});

function render(environment: string, fill: (stack: EnvironmentStack) => void): TerraformJson {
  return inFolder((folder) => {
    const stack = new EnvironmentStack(new App({ outdir: folder }), `${environment}_test`, {
      environment: environmentOf(environment),
    });
    fill(stack);
    return JSON.parse(JSON.stringify(stack.toTerraform()));
  });
}

/** The sorted addresses of the plugins on a service, for all callers or for a group. */
function guardsIn(resource: StackJson['resource'] = {}): readonly string[] {
  return Object.entries(resource)
    .filter(([type]) => type.includes('plugin'))
    .flatMap(([type, plugins]) =>
      Object.entries(plugins)
        .filter(([, { service }]) => service !== undefined)
        .map(([name]) => `${type}.${name}`),
    )
    .sort();
}

describe.each(['sandbox', 'staging', 'production'])('CatalogApi in %s', (name) => {
  const environment = environmentOf(name);
  const fromConstructs = render(name, (stack) => {
    new CatalogApi(stack, 'sim-swap', props(name));
    for (const tier of tiers) {
      new PartnerTier(stack, tier.name, { tier, api: api(), definition: definitionOf(), environment });
    }
  });

  test('creates from plain documents the same resources as from the catalog', () => {
    const stacks = stacksOf(catalog, { environments: [name] });
    expect(withoutComments(fromConstructs.resource)).toEqual(
      withoutComments(stacks[`${name}_apis_identity`]?.resource),
    );
  });

  test('creates routes after everything that guards them', () => {
    const guards = guardsIn(fromConstructs.resource);
    expect(guards.length).toBeGreaterThan(5);
    for (const route of Object.values(fromConstructs.resource?.['kong-gateway_route'] ?? {})) {
      expect(route).toMatchObject({ depends_on: guards });
    }
  });

  test('consists of its service, its routes and one construct for each policy', () => {
    const parts = render(name, (stack) => {
      const common = { api: api(), environment };
      const definition = definitionOf();
      new GatewayService(stack, 'service', common);
      const entry = catalog.apis.get('sim-swap');
      for (const operation of entry ? exposedOperations(entry) : []) {
        new GatewayRoute(stack, operation.id, { ...common, operation });
      }
      const { token, mtls, rateLimit, consent, masking, audit, metrics, errors } = policies;
      new TokenProtection(stack, 'token', { ...common, policy: token, mtls });
      new MutualTls(stack, 'mtls', { ...common, policy: mtls, token });
      new AccessControl(stack, 'access', common);
      new ConsentCheck(stack, 'consent', { ...common, policy: consent, token, definition });
      new ErrorShape(stack, 'errors', { ...common, policy: errors, definition });
      new TierLimits(stack, 'tiers', { ...common, tiers, definition, rateLimit });
      new RateLimit(stack, 'limit', { ...common, policy: rateLimit });
      new ResponseMasking(stack, 'masking', { ...common, policy: masking, definition });
      new AuditTrail(stack, 'audit', { ...common, policy: audit, errors });
      new TrafficMetrics(stack, 'metrics', { ...common, policy: metrics });
      for (const tier of tiers) new PartnerTier(stack, tier.name, { ...common, tier, definition });
    });
    expect(parts.resource).toEqual(fromConstructs.resource);
  });

  test.each<[what: string, hasTierLimits: boolean, problems: number]>([
    ['is enforced by the TierLimits of the same API', true, 0],
    ['is an error without TierLimits, which would enforce it', false, name === 'production' ? 0 : 1],
  ])("an API's own limit %s", (_, hasTierLimits, problems) => {
    const common = { api: api(), environment };
    const { rateLimit } = policies;
    const found: string[] = [];
    render(name, (stack) => {
      new GatewayService(stack, 'service', common);
      if (hasTierLimits) new TierLimits(stack, 'tiers', { ...common, tiers, definition: definitionOf(), rateLimit });
      found.push(...new RateLimit(stack, 'limit', { ...common, policy: rateLimit }).node.validate());
    });
    expect(found).toEqual(
      problems === 0 ? [] : [expect.stringContaining('which this stack does not have for the api; add TierLimits')],
    );
  });

  test("an API's own limit is not enforced by TierLimits of another stack", () => {
    inFolder((folder) => {
      const app = new App({ outdir: folder });
      const [here, there] = ['here', 'there'].map((id) => new EnvironmentStack(app, id, { environment }));
      const common = { api: api(), definition: definitionOf(), environment };
      const { rateLimit } = policies;
      new TierLimits(there as EnvironmentStack, 'tiers', { ...common, tiers, rateLimit });
      const limit = new RateLimit(here as EnvironmentStack, 'limit', { ...common, policy: rateLimit });
      expect(limit.node.validate()).toHaveLength(name === 'production' ? 0 : 1);
    });
  });

  test('never writes the text of an operation as an expression', () => {
    const operation = {
      id: 'evil',
      method: 'GET',
      path: '/a${file("/etc/hostname")}/{x}',
      scopes: [['${x}']],
    } as const;
    const definition = { ...definitionOf(), operations: [operation] };
    const { resource } = render(name, (stack) => {
      new CatalogApi(stack, 'sim-swap', props(name, { definition }));
    });
    expect(resource?.['kong-gateway_route']?.['sim-swap_evil']?.paths).toEqual([
      `~/sim-swap/v2/a\\$\\{file\\("/etc/hostname"\\)\\}/${parameterPattern({}, true)}$`,
    ]);
    expect(JSON.stringify(resource?.['kong-gateway_custom_plugin'])).toContain('$${x}');
  });
});

describe('CatalogApi rejects', () => {
  const other = { ...policies.token, name: 'other-idp' };
  test.each<[string, Partial<CatalogApiProps>, string]>([
    [
      'an invalid document, and names the field',
      { api: { ...api(), basePath: 'no-slash' } },
      "Api 'sim-swap' is not valid:\n  /basePath: ",
    ],
    [
      'an invalid policy',
      { policies: { ...policies, mtls: { ...policies.mtls, registered: 'nothing' as never } } },
      "MtlsPolicy 'registered-certificate' is not valid:\n  /registered: ",
    ],
    [
      'a policy with another name',
      { policies: { ...policies, token: other } },
      "api 'sim-swap' names token policy 'operator-idp', but policies.token is 'other-idp'; pass policy 'operator-idp'",
    ],
    [
      'a missing policy',
      { policies: { token: policies.token, errors: policies.errors } },
      "api 'sim-swap' names mtls policy 'registered-certificate', but policies.mtls is missing",
    ],
    [
      'a policy that it does not name',
      { api: { ...api(), policies: { token: 'operator-idp', errors: 'camara-errors' } } },
      "api 'sim-swap' does not name any mtls policy, but policies.mtls is 'registered-certificate'",
    ],
    ['a missing tier', { tiers: tiers.slice(0, 1) }, "is offered at tier 'free', which is missing in tiers"],
    [
      'an environment without an upstream',
      { api: { ...api(), upstreams: { staging: { url: 'https://x.internal' } } } },
      "api 'sim-swap' has no upstream in environment 'sandbox'; add upstreams.sandbox",
    ],
    [
      'a missing successor',
      { api: { ...api(), lifecycle: 'deprecated', deprecation: { notice: '6 months', successor: 'next' } } },
      "api 'sim-swap' names 'next' as its successor; pass that api as successor",
    ],
    [
      'a draft',
      { api: { ...api(), lifecycle: 'draft' } },
      "api 'sim-swap' is not served in environment 'sandbox': an api with lifecycle 'draft' is served nowhere; change its lifecycle, or remove it from this stack",
    ],
    [
      'a retired API',
      { api: { ...api(), lifecycle: 'retired' } },
      "api 'sim-swap' is not served in environment 'sandbox': an api with lifecycle 'retired' is served nowhere",
    ],
  ])('%s', (_, changed, message) => {
    expect(() => render('sandbox', (stack) => new CatalogApi(stack, 'a', props('sandbox', changed)))).toThrow(message);
  });

  test('a preview in production, but not elsewhere', () => {
    const preview: Partial<CatalogApiProps> = { api: { ...api(), lifecycle: 'preview' } };
    const make = (name: string) => render(name, (stack) => new CatalogApi(stack, 'a', props(name, preview)));
    expect(() => make('production')).toThrow(
      "api 'sim-swap' is not served in environment 'production': an api with lifecycle 'preview' is not served in production",
    );
    expect(() => make('sandbox')).not.toThrow();
  });

  test('a second CatalogApi of the same API in a stack', () => {
    const twice = (stack: EnvironmentStack) => {
      new CatalogApi(stack, 'a', props('sandbox'));
      new CatalogApi(stack, 'b', props('sandbox'));
    };
    expect(() => render('sandbox', twice)).toThrow(
      "'kong-gateway_service.sim-swap' is defined twice in stack 'sandbox_test': by 'sandbox_test/a/service' and by 'sandbox_test/b/service'",
    );
  });
});

describe('PartnerTier', () => {
  test('rejects a tier at which the API is not offered', () => {
    const tier = { ...tiers[0], name: 'gold' } as (typeof tiers)[number];
    expect(() =>
      render('sandbox', (stack) => {
        new PartnerTier(stack, 'gold', {
          tier,
          api: api(),
          definition: definitionOf(),
          environment: environmentOf('sandbox'),
        });
      }),
    ).toThrow("api 'sim-swap' is not offered at tier 'gold'; its tiers are: paid, free");
  });
});

describe('PartnerApplications', () => {
  const acme = get<Partner>(catalog.partners, 'acme-bank');
  const partnerProps = (changed: Partial<PartnerApplicationsProps> = {}): PartnerApplicationsProps => ({
    environment: environmentOf('sandbox'),
    asOf: AS_OF,
    partner: acme,
    apis: [api('sim-swap'), api('push-message')],
    tiers,
    ...changed,
  });
  const build = (changed: Partial<PartnerApplicationsProps> = {}) =>
    render('sandbox', (stack) => {
      new PartnerApplications(stack, 'acme', partnerProps(changed));
    });

  test('creates from plain documents the same resources as from the catalog', () => {
    const resources = Object.values(stacksOf(catalog, { environments: ['sandbox'] })).map(({ resource }) =>
      withoutComments(resource),
    );
    const shard = resources.find((resource) => resource?.['kong-gateway_consumer']?.['acme-bank_checkout']);
    for (const [type, byName] of Object.entries(withoutComments(build().resource))) {
      for (const [name, attributes] of Object.entries(byName)) expect(shard?.[type]?.[name]).toEqual(attributes);
    }
    expect(Object.keys(build().resource ?? {}).sort()).toEqual([
      'kong-gateway_acl',
      'kong-gateway_consumer',
      'kong-gateway_jwt',
    ]);
  });

  test.each<[string, Partial<PartnerApplicationsProps>, string]>([
    [
      'a missing API',
      { apis: [api('push-message')] },
      "application 'acme-bank_checkout' subscribes to api 'sim-swap', which is missing in apis; add it",
    ],
    [
      'a missing tier',
      { tiers: tiers.slice(0, 1) },
      "application 'acme-bank_statements' subscribes to tier 'free', which is missing in tiers",
    ],
    [
      'an invalid as-of date',
      { asOf: '1' },
      "asOf '1' is not a valid date; it must be a calendar date in the form YYYY-MM-DD, such as 2026-10-01",
    ],
    ['an invalid partner', { partner: { ...acme, name: 'Acme Bank' } }, "Partner 'Acme Bank' is not valid:\n  /name: "],
    [
      'an application of another partner',
      {
        applications: [{ kind: 'Application', partner: 'ada-moreno', name: 'x', title: 'X' }],
      },
      "Application 'x' belongs to partner 'ada-moreno', not to partner 'acme-bank'",
    ],
    [
      'a missing reseller',
      { partner: { ...acme, reseller: 'hub' } },
      "partner 'acme-bank' buys through reseller 'hub', which is missing in partners; add it",
    ],
    [
      'a missing reseller of a reseller',
      { partner: { ...acme, reseller: 'hub' }, partners: [{ ...acme, name: 'hub', reseller: 'top' }] },
      "partner 'hub' buys through reseller 'top', which is missing in partners; add it",
    ],
    [
      'a missing contract template of a partner that buys through a reseller',
      { partner: { ...acme, reseller: 'hub' }, partners: [{ ...acme, name: 'hub' }] },
      `the contract of partner 'acme-bank' has the template '${acme.contract.template}', which is missing in contractTemplates`,
    ],
    [
      'a missing owner',
      {
        applications: [{ kind: 'Application', partner: 'acme-bank', name: 'x', title: 'X', onBehalfOf: 'shop' }],
      },
      "application 'acme-bank_x' has the owner 'shop', which is missing in partners; add it",
    ],
  ])('rejects %s', (_, changed, message) => {
    expect(() => build(changed)).toThrow(message);
  });

  test('rejects a private key without repeating it', () => {
    const pem = `-----BEGIN ${'PRIVATE'} KEY-----\nMIGHCanary\n-----END ${'PRIVATE'} KEY-----`;
    const application = {
      ...acme.applications?.[0],
      credentials: { sandbox: { clientId: 'a', keys: [{ pem }] } },
    } as NonNullable<Partner['applications']>[number];
    expect(() => build({ partner: { ...acme, applications: [application] } })).toThrow(
      '/applications/0/credentials/sandbox/keys/0/pem',
    );
    expect(() => build({ partner: { ...acme, applications: [application] } })).not.toThrow(/Canary/);
  });
});
