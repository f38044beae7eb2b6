import { type Check, warning } from './check';

/** Nobody but the gateway can change the counters. */
export const redisUnprotected: Check = {
  code: 'redis-unprotected',
  *find({ catalog }) {
    for (const environment of catalog.environments.values()) {
      const { counters, trial } = environment.value;
      if (trial === true || counters.store !== 'redis') continue;
      const words = `environment '${environment.name}' counts in Redis`;
      if (counters.password === undefined) {
        yield warning(
          environment.at(['counters']),
          `${words} without a password: whoever reaches it can change the counts`,
          'add `password` as a vault reference, such as {vault://env/redis-password}',
        );
      }
      if (counters.tls === false) {
        yield warning(
          environment.at(['counters', 'tls']),
          `${words} without TLS: the password can be read on the way`,
          'take `tls: false` out',
        );
      }
    }
  },
};
