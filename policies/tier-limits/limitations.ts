import type { Environment } from '../../core/model';
import type { Limitation } from '../target/limitation';
import { targetOf } from '../target/target';

/**
 * What of an environment's counters Enterprise's rate-limiting-advanced cannot do. It refuses an empty password, and the provider
 * never takes one back: without a password the settings could not be written in full. Paths are those of the environment.
 */
export function counterLimitations(
  environment: Pick<Environment, 'name' | 'gateway' | 'counters'>,
): readonly Limitation[] {
  const { counters } = environment;
  if (targetOf(environment)?.plugins !== 'native' || counters.store !== 'redis' || counters.password) return [];
  return [
    {
      code: 'native-redis-password',
      severity: 'error',
      path: ['counters'],
      message: `environment '${environment.name}' counts in Redis without a password, but its plugin rate-limiting-advanced needs one`,
      hint: 'add `password` as a vault reference, or write `plugins: portable` in its gateway',
    },
  ];
}
