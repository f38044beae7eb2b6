import { defaultsOf, type ErrorPolicy, withDefaults } from '../../core/model';

/** The header of the correlation id; without a policy, the default one. */
export function correlatorOf(policy?: Pick<ErrorPolicy, 'correlator'>): string {
  return (policy ? withDefaults('ErrorPolicy', policy) : defaultsOf('ErrorPolicy')).correlator;
}
