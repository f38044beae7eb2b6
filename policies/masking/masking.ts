import {
  type Api,
  type ApiOperation,
  type JsonObject,
  type MaskingPolicy,
  sizeBytes,
  withDefaults,
} from '../../core/model';
import { matchOf } from '../plugin/operations';
import { groupName, type PluginSettings, portablePlugin } from '../plugin/plugin';
import { type GatewayOf, supportedTarget } from '../target/target';

/** The input of masking. */
export interface MaskingInput {
  readonly policy: MaskingPolicy;
  readonly api: Pick<Api, 'name' | 'tiers'>;
  /** The exposed operations. */
  readonly operations: readonly ApiOperation[];
  readonly environment: GatewayOf;
}

/**
 * Masks fields of responses with partner-masking, on both editions. A rule for operations or tiers that the API does not have is
 * omitted, and never applied to all.
 */
export function maskingPlugins({ policy, api, operations, environment }: MaskingInput): readonly PluginSettings[] {
  const rules = policy.rules.flatMap((rule) => maskingRule(rule, api, operations));
  if (rules.length === 0) return [];
  const { maxBody, unreadable } = withDefaults('MaskingPolicy', policy);
  return [
    portablePlugin('partner-masking', {
      rules,
      group_source: supportedTarget(environment).plugins === 'native' ? 'consumer-groups' : 'acl',
      groups: api.tiers.map((tier) => groupName(api.name, tier)),
      max_body_bytes: sizeBytes(maxBody),
      unreadable,
    }),
  ];
}

function maskingRule(
  rule: MaskingPolicy['rules'][number],
  api: MaskingInput['api'],
  operations: readonly ApiOperation[],
): readonly JsonObject[] {
  const matching = rule.operations ? operations.filter(({ id }) => rule.operations?.includes(id)) : [];
  const groups = api.tiers.filter((tier) => rule.tiers?.includes(tier)).map((tier) => groupName(api.name, tier));
  if ((rule.operations && matching.length === 0) || (rule.tiers && groups.length === 0)) return [];
  const { path, action } = rule;
  return [
    {
      path,
      ...(action === 'remove' ? { action } : { action, keep: rule.keep ?? 0 }),
      operations: matching.map((operation) => matchOf(api.name, operation)),
      groups,
      purposes: [...(rule.purposes ?? [])].sort(),
    },
  ];
}
