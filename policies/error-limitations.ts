import type { Api, ErrorPolicy } from '../model/kinds';
import { type GatewayOf, targetOf } from './gateway';
import type { Limitation } from './limitation';

/**
 * What of an ErrorPolicy, or of an API's idempotency, an environment's gateway cannot do. Paths are those of the policy, or of
 * the API where one is given.
 */
export function errorLimitations(
  policy: ErrorPolicy,
  environment: GatewayOf,
  api?: Pick<Api, 'name' | 'idempotency'>,
): readonly Limitation[] {
  if (targetOf(environment)?.plugins !== 'native') return [];
  const portable = `set gateway.plugins of environment '${environment.name}' to portable`;
  if (api) {
    if (!api.idempotency) return [];
    return [
      {
        code: 'native-idempotency',
        severity: 'error',
        path: ['idempotency'],
        message: `API '${api.name}' needs header '${api.idempotency.header}' on writes, which the plugins of environment '${environment.name}' do not look at`,
        hint: `${portable}, or take idempotency out and let the upstream look at it`,
      },
    ];
  }
  if (policy.upstreamErrors !== 'replace') return [];
  return [
    {
      code: 'native-upstream-errors',
      severity: 'error',
      path: ['upstreamErrors'],
      message: `ErrorPolicy '${policy.name}' replaces the upstream's errors, but the plugins of environment '${environment.name}' change the gateway's own alone`,
      hint: `set upstreamErrors to pass, or ${portable}`,
    },
  ];
}
