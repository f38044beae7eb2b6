import type { Construct } from 'constructs';
import { type ErrorShapeProps, errorShape } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { ErrorShapeProps };

/** The form of an API's refusals, with its correlation id; and the headers that announce its end. */
export class ErrorShape extends PolicyConstruct<ErrorShapeProps> {
  /** @throws Error when a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: ErrorShapeProps) {
    super(scope, id, props, { errors: 'policy' }, errorShape, [['Api', props.successor]]);
  }
}
