import type { Construct } from 'constructs';
import { type ResponseMaskingProps, responseMasking } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { ResponseMaskingProps };

/** Masks fields of responses. */
export class ResponseMasking extends PolicyConstruct<ResponseMaskingProps> {
  /** @throws Error if a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: ResponseMaskingProps) {
    super(scope, id, props, { masking: 'policy' }, responseMasking);
  }
}
