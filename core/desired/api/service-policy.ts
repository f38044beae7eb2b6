import type { PluginSettings } from '../../../policies';
import { type Api, type Environment, type Kind, type Origin, originIn } from '../../model';
import type { Entity } from '../entity';
import { gatewayPlugin } from '../gateway/plugin';

/** What every policy on an API's service depends on. */
export interface ServicePolicyProps {
  /** The API; its service is in the same stack. */
  readonly api: Api;
  readonly environment: Environment;
}

/** The plugins that a policy comes to, on the service of an API. */
export function servicePlugins(
  { api, environment }: ServicePolicyProps,
  plugins: readonly PluginSettings[],
  origins: readonly Origin[],
): readonly Entity[] {
  const placement = { scope: 'service', api: api.name } as const;
  return plugins.map((settings) => gatewayPlugin({ environment, plugin: { ...settings, placement }, origins }));
}

/** Where a policy comes from: its document, and the API's field that names it. Of an API without that policy, the API alone. */
export function policyOrigins(
  api: Api,
  key: keyof Api['policies'],
  policy: { readonly kind: Kind; readonly name: string } | undefined,
): readonly Origin[] {
  return [
    ...(policy ? [originIn(policy.kind, policy.name)] : []),
    originIn('Api', api.name, policy ? ['policies', key] : []),
  ];
}
