import { maskingPlugins, servedOperations } from '../../../policies';
import type { MaskingPolicy, OpenApiDefinition } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface ResponseMaskingProps extends ServicePolicyProps {
  readonly policy: MaskingPolicy;
  readonly definition: OpenApiDefinition;
}

/** Masks fields of responses. */
export function responseMasking(props: ResponseMaskingProps): readonly Entity[] {
  const { api, definition, policy } = props;
  const plugins = maskingPlugins({ ...props, operations: servedOperations({ value: api, definition }) });
  return servicePlugins(props, plugins, policyOrigins(api, 'masking', policy));
}
