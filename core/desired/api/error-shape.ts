import { errorPlugins, servedOperations } from '../../../policies';
import type { Api, ErrorPolicy, OpenApiDefinition } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface ErrorShapeProps extends ServicePolicyProps {
  readonly policy: ErrorPolicy;
  readonly definition: OpenApiDefinition;
  /**
   * The API that takes its place, where its deprecation names one.
   * @default the headers of a deprecated API name no successor
   */
  readonly successor?: Api | undefined;
}

/** The form of an API's refusals, with its correlation id; and the headers that announce its end. */
export function errorShape(props: ErrorShapeProps): readonly Entity[] {
  const { api, definition, policy } = props;
  const plugins = errorPlugins({ ...props, operations: servedOperations({ value: api, definition }) });
  return servicePlugins(props, plugins, policyOrigins(api, 'errors', policy));
}
