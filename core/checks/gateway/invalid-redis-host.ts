import { type Check, found } from '../check';
import { limitationsOf } from './limitations';

export const invalidRedisHost: Check<'invalid-redis-host'> = {
  code: 'invalid-redis-host',
  severity: 'error',
  per: 'catalog',
  summary: 'The `host` of Redis is neither a name nor an IPv4 address.',
  rationale: 'Kong rejects it, so apply would fail',
  fix: 'Write the name of the host, or an IPv4 address.',
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: sandbox
counters: { host: 10.0.0.256 }
`,
    prefer: `kind: Environment
name: sandbox
counters: { host: redis.sandbox }
`,
  },
  *find({ catalog }) {
    for (const { environment, value, at } of limitationsOf(catalog, 'invalid-redis-host')) {
      yield found(
        at,
        `Redis host '${value}' of environment '${environment}' is neither a name nor an IPv4 address`,
        "write a name, or an address such as '10.0.0.5'",
      );
    }
  },
};
