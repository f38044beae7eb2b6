import { type Check, found } from '../check';
import { limitationsOf } from './limitations';

export const nativeRedisNeedsPassword: Check<'native-redis-needs-password'> = {
  code: 'native-redis-needs-password',
  severity: 'error',
  per: 'catalog',
  summary: 'An environment with `plugins: native` uses Redis without a password.',
  rationale: "Enterprise's plugin rate-limiting-advanced rejects an empty password, so apply would fail",
  fix: 'Add `password` as a vault reference, or write `plugins: portable` in its gateway.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Environment
name: sandbox
gateway: { edition: enterprise, version: '3.9', plugins: native }
counters: { store: redis, host: redis.sandbox }
`,
      without: ['counters.password'],
    },
    prefer: `kind: Environment
name: sandbox
gateway: { edition: enterprise, version: '3.9', plugins: native }
counters: { store: redis, host: redis.sandbox, password: '{vault://env/redis}' }
`,
  },
  *find({ catalog }) {
    for (const { environment, at } of limitationsOf(catalog, 'native-redis-needs-password')) {
      yield found(
        at,
        `environment '${environment}' uses Redis without a password, but its plugin rate-limiting-advanced requires one`,
        'add `password` as a vault reference, or write `plugins: portable` in its gateway',
      );
    }
  },
};
