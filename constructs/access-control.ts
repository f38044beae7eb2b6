import type { Construct } from 'constructs';
import { accessPlugins } from '../policies';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

/** Who may call: the members of an API's groups, one for each of its tiers. */
export class AccessControl extends ServicePolicy {
  constructor(scope: Construct, id: string, props: ServicePolicyProps) {
    const { api, environment } = props;
    super(scope, id, props, [], () => accessPlugins({ api: api.name, tiers: api.tiers, environment }));
  }
}
