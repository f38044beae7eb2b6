import type { Construct } from 'constructs';
import { type ConsentCheckProps, consentCheck } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { ConsentCheckProps };

/** What a token may be used for: scopes of each operation, purpose, user context, and consent at the time of the call. */
export class ConsentCheck extends PolicyConstruct<ConsentCheckProps> {
  /** @throws Error when a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: ConsentCheckProps) {
    super(scope, id, props, { consent: 'policy', token: 'token' }, consentCheck);
  }
}
