import { type ErrorPolicy, withDefaults } from '../../core/model';
import type { Limitation } from '../target/limitation';
import { type GatewayOf, targetOf } from '../target/target';

/** What an environment's gateway cannot do for an ErrorPolicy: Enterprise's plugins do not replace an upstream's responses. */
export function errorLimitations(policy: ErrorPolicy, environment: GatewayOf): readonly Limitation[] {
  if (targetOf(environment)?.plugins !== 'native' || withDefaults('ErrorPolicy', policy).upstreamErrors !== 'replace')
    return [];
  return [
    {
      code: 'native-upstream-errors',
      document: `ErrorPolicy '${policy.name}'`,
      environment: environment.name,
      path: ['upstreamErrors'],
    },
  ];
}
