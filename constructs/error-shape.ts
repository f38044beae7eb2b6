import type { Construct } from 'constructs';
import { type ErrorShapeProps, errorShape } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { ErrorShapeProps };

/** Formats an API's error responses, with a correlation id, and adds the headers that announce a deprecation. */
export class ErrorShape extends PolicyConstruct<ErrorShapeProps> {
  /** @throws Error if a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: ErrorShapeProps) {
    super(scope, id, props, { errors: 'policy' }, errorShape, [['Api', props.successor]]);
  }
}
