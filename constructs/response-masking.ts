import type { Construct } from 'constructs';
import type { MaskingPolicy, OpenApiDefinition } from '../core/model';
import { maskingPlugins, servedOperations } from '../policies';
import { apiEntryOf } from './documents';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

export interface ResponseMaskingProps extends ServicePolicyProps {
  readonly policy: MaskingPolicy;
  readonly definition: OpenApiDefinition;
}

/** Fields of answers that callers do not get to see. */
export class ResponseMasking extends ServicePolicy {
  constructor(scope: Construct, id: string, props: ResponseMaskingProps) {
    const { api, definition, policy } = props;
    super(scope, id, props, [policy], () =>
      maskingPlugins({ ...props, operations: servedOperations(apiEntryOf(api, definition)) }),
    );
  }
}
