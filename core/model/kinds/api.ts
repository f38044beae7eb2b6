import schema from '../schemas/api.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type Api = DocumentOf['Api'];

export const API = kindDefinition({
  kind: 'Api',
  schema,
  label: 'api',
  plural: 'apis',
  place: { map: 'apis' },
  file: 'apis/{domain}/{name}/{name}.yaml',
  references: [
    ['owner', 'Team'],
    ['deprecation/successor', 'Api'],
    ['visibility/partners/*', 'Partner'],
    ['designPartners/*', 'Partner'],
    ['audience/levels/*', 'level'],
    ['audience/partners/*', 'Partner'],
    ['tiers/*', 'Tier'],
    ['upstreams/{}', 'Environment'],
    ['policies/token', 'TokenPolicy'],
    ['policies/rateLimit', 'RateLimitPolicy'],
    ['policies/mtls', 'MtlsPolicy'],
    ['policies/consent', 'ConsentPolicy'],
    ['policies/masking', 'MaskingPolicy'],
    ['policies/audit', 'AuditPolicy'],
    ['policies/metrics', 'MetricsPolicy'],
    ['policies/errors', 'ErrorPolicy'],
  ],
});

/** Defines an API. */
export const defineApi = definer('Api');
