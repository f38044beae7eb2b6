import type { Construct } from 'constructs';
import { type ConsentCheckProps, consentCheck } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { ConsentCheckProps };

/** Checks what a token may be used for: the scopes of each operation, purpose, user context, and consent at the time of the call. */
export class ConsentCheck extends PolicyConstruct<ConsentCheckProps> {
  /** @throws Error if a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: ConsentCheckProps) {
    super(scope, id, props, { consent: 'policy', token: 'token' }, consentCheck);
  }
}
