import { consentPlugins, servedOperations } from '../../../policies';
import type { ConsentPolicy, OpenApiDefinition, TokenPolicy } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface ConsentCheckProps extends ServicePolicyProps {
  /** @default only scopes are checked */
  readonly policy?: ConsentPolicy | undefined;
  readonly token: TokenPolicy;
  readonly definition: OpenApiDefinition;
}

/** Checks what a token may be used for: the scopes of each operation, purpose, user context, and consent at the time of the call. */
export function consentCheck(props: ConsentCheckProps): readonly Entity[] {
  const { api, definition, policy } = props;
  const plugins = consentPlugins({ ...props, operations: servedOperations({ value: api, definition }) });
  return servicePlugins(props, plugins, policyOrigins(api, 'consent', policy));
}
