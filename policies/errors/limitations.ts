import { type ErrorPolicy, withDefaults } from '../../core/model';
import type { Limitation } from '../target/limitation';
import { type GatewayOf, targetOf } from '../target/target';

/** What of an ErrorPolicy an environment's gateway cannot do. */
export function errorLimitations(policy: ErrorPolicy, environment: GatewayOf): readonly Limitation[] {
  if (targetOf(environment)?.plugins !== 'native' || withDefaults('ErrorPolicy', policy).upstreamErrors !== 'replace')
    return [];
  return [
    {
      code: 'native-upstream-errors',
      severity: 'error',
      path: ['upstreamErrors'],
      message: `error policy '${policy.name}' replaces the upstream's errors, but the plugins of environment '${environment.name}' change the gateway's own alone`,
      hint: `write \`upstreamErrors: pass\`, or \`plugins: portable\` in the gateway of environment '${environment.name}'`,
    },
  ];
}
