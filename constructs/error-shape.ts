import type { Construct } from 'constructs';
import type { Api, ErrorPolicy, OpenApiDefinition } from '../core/model';
import { errorPlugins, servedOperations } from '../policies';
import { apiEntryOf } from './documents';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

export interface ErrorShapeProps extends ServicePolicyProps {
  readonly policy: ErrorPolicy;
  readonly definition: OpenApiDefinition;
  /**
   * The API that takes its place, where its deprecation names one.
   * @default the headers of a deprecated API name no successor
   */
  readonly successor?: Api | undefined;
}

/** The form of an API's refusals, with its correlation id; and the headers that tell of its end. */
export class ErrorShape extends ServicePolicy {
  constructor(scope: Construct, id: string, props: ErrorShapeProps) {
    const { api, definition, policy, successor } = props;
    super(scope, id, props, [policy, successor], () =>
      errorPlugins({ ...props, operations: servedOperations(apiEntryOf(api, definition)) }),
    );
  }
}
