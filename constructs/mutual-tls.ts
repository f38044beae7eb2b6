import type { Construct } from 'constructs';
import { type MutualTlsProps, mutualTls } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { MutualTlsProps };

/** Requires a client certificate for calls to an API. The client CAs are in the global stack ({@link EnvironmentBasics}). */
export class MutualTls extends PolicyConstruct<MutualTlsProps> {
  /** @throws Error if a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: MutualTlsProps) {
    super(scope, id, props, { mtls: 'policy', token: 'token' }, mutualTls);
  }
}
