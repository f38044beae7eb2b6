import { isServedIn } from '../../model';
import { type Check, found } from '../check';

export const criticalApiNeedsMtls: Check<'critical-api-needs-mtls'> = {
  code: 'critical-api-needs-mtls',
  severity: 'error',
  per: 'api',
  summary: 'A critical API is served in production without mutual TLS.',
  rationale: 'anyone can use a bearer token that leaks; a client certificate is useless without its key',
  fix: 'Name an `MtlsPolicy` in `policies.mtls`, or lower the `criticality`.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: number-verification
criticality: critical
`,
    prefer: `kind: Api
name: number-verification
criticality: critical
policies: { mtls: registered-certificate }
`,
  },
  *find(api, { catalog }) {
    if (api.value.criticality !== 'critical' || api.value.policies.mtls !== undefined) return;
    const production = [...catalog.environments.values()].find(
      ({ value }) => value.stage === 'production' && isServedIn(api.value, value),
    );
    if (!production) return;
    yield found(
      api.at(['policies']),
      `api '${api.name}' is critical and served in '${production.name}' without mutual TLS`,
      'add `mtls` to its policies, or lower its `criticality`',
    );
  },
};
