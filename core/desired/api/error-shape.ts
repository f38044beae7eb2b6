import { errorPlugins, servedOperations } from '../../../policies';
import type { Api, ErrorPolicy, OpenApiDefinition } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface ErrorShapeProps extends ServicePolicyProps {
  readonly policy: ErrorPolicy;
  readonly definition: OpenApiDefinition;
  /**
   * The API named as successor in `api.deprecation`.
   * @default the headers of a deprecated API do not name a successor
   */
  readonly successor?: Api | undefined;
}

/** Formats an API's error responses, with a correlation id, and adds the headers that announce a deprecation. */
export function errorShape(props: ErrorShapeProps): readonly Entity[] {
  const { api, definition, policy } = props;
  const plugins = errorPlugins({ ...props, operations: servedOperations({ value: api, definition }) });
  return servicePlugins(props, plugins, policyOrigins(api, 'errors', policy));
}
