import { accessPlugins } from '../../../policies';
import { originIn } from '../../model';
import type { Entity } from '../entity';
import { type ServicePolicyProps, servicePlugins } from './service-policy';

/** Limits calls to the members of an API's groups, one for each of its tiers. */
export function accessControl(props: ServicePolicyProps): readonly Entity[] {
  const { api, environment } = props;
  const plugins = accessPlugins({ api: api.name, tiers: api.tiers, environment });
  return servicePlugins(props, plugins, [originIn('Api', api.name, ['tiers'])]);
}
