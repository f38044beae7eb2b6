import type { Environment } from '../../core/model';
import type { Limitation } from '../target/limitation';
import { targetOf } from '../target/target';

/**
 * What Enterprise's rate-limiting-advanced cannot do with an environment's counters. It rejects an empty password, and the provider
 * never resets one: without a password not every attribute could be written.
 */
export function counterLimitations(
  environment: Pick<Environment, 'name' | 'gateway' | 'counters'>,
): readonly Limitation[] {
  const { name, counters } = environment;
  if (targetOf(environment)?.plugins !== 'native' || counters.store !== 'redis' || counters.password) return [];
  return [
    { code: 'native-redis-needs-password', document: `Environment '${name}'`, environment: name, path: ['counters'] },
  ];
}
