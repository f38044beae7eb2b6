/** The documents of this example, as plain data. The same documents in YAML would be files of a catalog. */
import type {
  Api,
  ConsentPolicy,
  Environment,
  ErrorPolicy,
  MetricsPolicy,
  OpenApiDefinition,
  Partner,
  RateLimitPolicy,
  Tier,
  TokenPolicy,
} from 'gatewright/model';

export const sandbox: Environment = {
  kind: 'Environment',
  name: 'sandbox',
  title: 'Sandbox',
  stage: 'sandbox',
  trial: true,
  gateway: { edition: 'oss', version: '3.9' },
  hosts: ['api.sandbox.operator.example'],
  counters: { store: 'local' },
  partners: { shards: 1 },
  isolation: { upstreams: ['*.sandbox.internal'] },
};

export const parcelStatus: Api = {
  kind: 'Api',
  name: 'parcel-status',
  title: 'Parcel status',
  domain: 'logistics',
  owner: 'logistics-apis',
  version: '1.0.0',
  basePath: '/parcel-status/v1',
  openapi: './parcel-status.openapi.yaml',
  lifecycle: 'published',
  criticality: 'medium',
  personalData: true,
  visibility: 'partner-only',
  tiers: ['paid', 'free'],
  upstreams: { sandbox: { url: 'http://parcels.sandbox.internal:8080' } },
  policies: {
    token: 'operator-idp',
    rateLimit: 'upstream-limit',
    consent: 'delivery',
    metrics: 'plain',
    errors: 'camara',
  },
};

/** The relevant part of the API's OpenAPI file: the operations that get a route. */
export const parcelStatusDefinition: OpenApiDefinition = {
  file: 'parcel-status.openapi.yaml',
  title: 'Parcel status',
  version: '1.0.0',
  operations: [
    {
      id: 'readParcel',
      method: 'GET',
      path: '/parcels/{parcelId}',
      scopes: [['parcel-status:parcels:read']],
    },
  ],
  scopes: ['parcel-status:parcels:read'],
};

export const paid: Tier = {
  kind: 'Tier',
  name: 'paid',
  title: 'Paid',
  status: 'draft',
  version: '1.0.0',
  limits: { second: 20 },
  quota: { month: 100_000 },
};

export const free: Tier = {
  kind: 'Tier',
  name: 'free',
  title: 'Free',
  status: 'draft',
  version: '1.0.0',
  limits: { minute: 30 },
};

export const policies = {
  token: {
    kind: 'TokenPolicy',
    name: 'operator-idp',
    title: 'Tokens of the operator',
    signedBy: 'idp',
    environments: {
      sandbox: {
        issuer: 'https://idp.sandbox.operator.example',
        jwksUri: 'http://idp.sandbox.internal:8080/jwks',
        audience: 'https://api.sandbox.operator.example',
      },
    },
    algorithms: ['ES256'],
  } satisfies TokenPolicy,
  rateLimit: {
    kind: 'RateLimitPolicy',
    name: 'upstream-limit',
    title: 'Capacity of the upstream',
    limits: { second: 200 },
  } satisfies RateLimitPolicy,
  consent: {
    kind: 'ConsentPolicy',
    name: 'delivery',
    title: 'Delivery',
    purposes: ['dpv:DeliveryOfGoods'],
    userContext: 'any',
  } satisfies ConsentPolicy,
  metrics: { kind: 'MetricsPolicy', name: 'plain', title: 'Plain' } satisfies MetricsPolicy,
  errors: { kind: 'ErrorPolicy', name: 'camara', title: 'CAMARA errors', model: 'camara' } satisfies ErrorPolicy,
};

export const cornerShop: Partner = {
  kind: 'Partner',
  name: 'corner-shop',
  title: 'Corner Shop',
  type: 'technology',
  organization: { name: 'Corner Shop Ltd', country: 'IE' },
  owner: 'partner-success',
  contacts: [{ role: 'technical', email: 'dev@corner-shop.example' }],
  contract: {
    template: 'standard',
    version: '1.0.0',
    accepted: { on: '2026-01-02', by: 'office@corner-shop.example' },
  },
  approval: { status: 'approved', on: '2026-01-03', by: 'partners@operator.example' },
  applications: [
    {
      name: 'track-and-trace',
      title: 'Track and trace',
      credentials: { sandbox: { clientId: 'corner-shop-sandbox' } },
      subscriptions: [
        {
          api: 'parcel-status',
          tier: 'paid',
          scopes: ['parcel-status:parcels:read'],
          purpose: 'dpv:DeliveryOfGoods',
          legalBasis: 'dpv:Contract',
        },
      ],
    },
  ],
};
