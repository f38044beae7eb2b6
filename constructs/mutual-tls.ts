import type { Construct } from 'constructs';
import { type MutualTlsProps, mutualTls } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { MutualTlsProps };

/** Calls of an API need a client certificate. The CAs are in the environment's global stack ({@link EnvironmentBasics}). */
export class MutualTls extends PolicyConstruct<MutualTlsProps> {
  /** @throws Error when a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: MutualTlsProps) {
    super(scope, id, props, { mtls: 'policy', token: 'token' }, mutualTls);
  }
}
