import { groupName, type PluginSettings } from '../plugin/plugin';
import { ACL, nativePlugin } from '../plugin-attributes';
import { type GatewayOf, isEnterprise, supportedTarget } from '../target/target';

/** The input of access control. */
export interface AccessInput {
  readonly api: string;
  /** Names of the API's tiers, best first. */
  readonly tiers: readonly string[];
  readonly environment: GatewayOf;
}

/** Limits an API to the members of its groups, one per tier. Memberships belong to consumers, so partners need no plugins. */
export function accessPlugins({ api, tiers, environment }: AccessInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  return [
    nativePlugin(ACL, target, {
      allow: tiers.map((tier) => groupName(api, tier)),
      // The header would also contain the caller's groups of other APIs.
      hide_groups_header: true,
      always_use_authenticated_groups: false,
      ...(isEnterprise(target) ? { include_consumer_groups: target.plugins === 'native' } : {}),
    }),
  ];
}
