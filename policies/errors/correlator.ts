import { defaultOf, type ErrorPolicy } from '../../core/model';

/** The header that carries the correlation id. */
export function correlatorOf(policy?: Pick<ErrorPolicy, 'correlator'>): string {
  return policy?.correlator ?? defaultOf('ErrorPolicy', 'correlator');
}
