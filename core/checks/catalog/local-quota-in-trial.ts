import type { Check } from '../check';
import { localQuotas } from './shared/local-quotas';

export const localQuotaInTrial: Check<'local-quota-in-trial'> = {
  code: 'local-quota-in-trial',
  severity: 'warning',
  per: 'catalog',
  summary:
    'A trial environment counts calls on each node, but a tier or a rate limit policy has a quota for days or months there.',
  rationale: 'each node allows the whole quota, and a restart resets it',
  fix: 'To keep the count, use Redis. For a trial this is fine.',
  waivable: true,
  examples: {
    avoid: {
      documents: `kind: Environment
name: sandbox
trial: true
counters: { store: local }
`,
      without: ['counters.host', 'counters.password'],
    },
    prefer: `kind: Environment
name: sandbox
trial: true
counters: { store: redis, host: redis.sandbox, password: '{vault://env/redis}' }
`,
  },
  find: ({ catalog, asOf }) =>
    localQuotas(
      catalog,
      asOf,
      true,
      'this is fine for a trial; to keep the count, write `counters: { store: redis, host: … }`',
    ),
};
