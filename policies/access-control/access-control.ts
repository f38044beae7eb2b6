import { groupName, type PluginSettings } from '../plugin/plugin';
import { ACL, nativePlugin } from '../plugin-attributes';
import { type GatewayOf, isEnterprise, supportedTarget } from '../target/target';

/** What may-it-call-this-API depends on. */
export interface AccessInput {
  readonly api: string;
  /** Names of the tiers that the API is offered at, best first. */
  readonly tiers: readonly string[];
  readonly environment: GatewayOf;
}

/** Who may call an API: the members of its groups, one per tier. Entries stand on the consumers, so a partner costs no plugin. */
export function accessPlugins({ api, tiers, environment }: AccessInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  return [
    nativePlugin(ACL, target, {
      allow: tiers.map((tier) => groupName(api, tier)),
      // The header would name the groups that the caller has on other APIs, too.
      hide_groups_header: true,
      always_use_authenticated_groups: false,
      ...(isEnterprise(target) ? { include_consumer_groups: target.plugins === 'native' } : {}),
    }),
  ];
}
