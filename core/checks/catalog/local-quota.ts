import type { Check } from '../check';
import { localQuotas } from './shared/local-quotas';

export const localQuota: Check<'local-quota'> = {
  code: 'local-quota',
  severity: 'error',
  per: 'catalog',
  summary:
    'An environment that is not a trial counts calls on each node, but a tier or a rate limit policy has a quota for days or months there.',
  rationale: 'each node would allow the whole quota, and a restart would reset it',
  fix: 'Count in Redis, or write `trial: true` if the count may be lost.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Environment
name: staging
counters: { store: local }
`,
      without: ['counters.host', 'counters.password'],
    },
    prefer: `kind: Environment
name: staging
counters: { store: redis, host: redis.staging, password: '{vault://env/redis}' }
`,
  },
  find: ({ catalog, asOf }) =>
    localQuotas(
      catalog,
      asOf,
      false,
      'write `counters: { store: redis, host: … }`, or `trial: true` if the count may be lost',
    ),
};
