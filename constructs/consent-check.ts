import type { Construct } from 'constructs';
import type { ConsentPolicy, OpenApiDefinition, TokenPolicy } from '../core/model';
import { consentPlugins, servedOperations } from '../policies';
import { apiEntryOf } from './documents';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

export interface ConsentCheckProps extends ServicePolicyProps {
  /** @default scopes alone are looked at */
  readonly policy?: ConsentPolicy | undefined;
  readonly token: TokenPolicy;
  readonly definition: OpenApiDefinition;
}

/** What a token may be used for: scopes of each operation, purpose, user context, and consent at the time of the call. */
export class ConsentCheck extends ServicePolicy {
  constructor(scope: Construct, id: string, props: ConsentCheckProps) {
    const { api, definition, policy, token } = props;
    super(scope, id, props, [policy, token], () =>
      consentPlugins({ ...props, operations: servedOperations(apiEntryOf(api, definition)) }),
    );
  }
}
