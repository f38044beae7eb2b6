import { type DocumentCheck, found } from '../check';

export const unprotectedRedis: DocumentCheck<'Environment', 'unprotected-redis'> = {
  code: 'unprotected-redis',
  severity: 'warning',
  per: 'document',
  kinds: ['Environment'],
  summary: 'An environment that is not a trial uses Redis without a password or without TLS.',
  rationale:
    'anyone who can reach Redis can change the counters; without TLS, anyone on the network can read the password',
  fix: 'Add a `password` as a vault reference, and remove `tls: false`.',
  waivable: true,
  examples: {
    avoid: {
      documents: `kind: Environment
name: staging
counters: { store: redis, host: redis.staging }
`,
      without: ['counters.password'],
    },
    prefer: `kind: Environment
name: staging
counters: { store: redis, host: redis.staging, password: '{vault://env/redis-password}' }
`,
  },
  *find(environment) {
    const { counters, trial } = environment.value;
    if (trial === true || counters.store !== 'redis') return;
    const subject = `environment '${environment.name}' uses Redis`;
    if (counters.password === undefined) {
      yield found(
        environment.at(['counters']),
        `${subject} without a password, so anyone who can reach it can change the counters`,
        'add `password` as a vault reference, such as {vault://env/redis-password}',
      );
    }
    if (counters.tls === false) {
      yield found(
        environment.at(['counters', 'tls']),
        `${subject} without TLS, so anybody on the network can read the password`,
        'remove `tls: false`',
      );
    }
  },
};
