import type { PluginSettings } from '../../../policies';
import { type Api, type Environment, type Kind, type Origin, originIn } from '../../model';
import type { Entity } from '../entity';
import { gatewayPlugin } from '../gateway/plugin';

/** The props of every policy on an API's service. */
export interface ServicePolicyProps {
  /** The API; its service must be in the same stack. */
  readonly api: Api;
  readonly environment: Environment;
}

/** Attaches the plugins of a policy to the service of an API. */
export function servicePlugins(
  { api, environment }: ServicePolicyProps,
  plugins: readonly PluginSettings[],
  origins: readonly Origin[],
): readonly Entity[] {
  const placement = { scope: 'service', api: api.name } as const;
  return plugins.map((settings) => gatewayPlugin({ environment, plugin: { ...settings, placement }, origins }));
}

/** The origins of a policy: its document and the field of the API that names it, or only the API if it names no such policy. */
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
