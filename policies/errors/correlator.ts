import { defaultsOf, type ErrorPolicy, withDefaults } from '../../core/model';

/** The header that carries the correlation id; without a policy, the usual one. */
export function correlatorOf(policy?: Pick<ErrorPolicy, 'correlator'>): string {
  return (policy ? withDefaults('ErrorPolicy', policy) : defaultsOf('ErrorPolicy')).correlator;
}
