import { type Environment, withDefaults } from '../../core/model';

/** The gateways that Gatewright supports: edition and version, joined by a hyphen. */
export const GATEWAYS = ['oss-3.9', 'enterprise-3.9', 'enterprise-3.15'] as const;

export type Gateway = (typeof GATEWAYS)[number];

/** The target that a policy is compiled for: a gateway, and the kind of plugins used on it. */
export interface Target {
  readonly gateway: Gateway;
  /** `portable`: Gatewright's plugins, on open-source Kong and by default on Enterprise; `native`: Enterprise's plugins. */
  readonly plugins: 'portable' | 'native';
}

/** The part of an environment that determines the target. */
export type GatewayOf = Pick<Environment, 'name' | 'gateway'>;

/** The target of an environment; undefined if its gateway is not supported. */
export function targetOf(environment: GatewayOf): Target | undefined {
  const { edition, version, plugins } = withDefaults('Environment', environment).gateway;
  const gateway = GATEWAYS.find((known) => known === `${edition}-${version}`);
  if (!gateway) return undefined;
  return { gateway, plugins: edition === 'enterprise' && plugins === 'native' ? 'native' : 'portable' };
}

/**
 * The target of an environment.
 * @throws Error if the gateway is not supported, with a list of supported gateways
 */
export function supportedTarget(environment: GatewayOf): Target {
  const target = targetOf(environment);
  if (target) return target;
  const { edition, version } = environment.gateway;
  throw new Error(
    `environment '${environment.name}' has gateway '${edition} ${version}', which is not supported; supported gateways are: ${supportedGateways()}`,
  );
}

/** The list of supported gateways for messages. */
export function supportedGateways(): string {
  return GATEWAYS.map((gateway) => `'${gateway.replace('-', ' ')}'`).join(', ');
}

/** Whether the gateway is Kong Enterprise, with native or portable plugins. */
export function isEnterprise({ gateway }: Target): boolean {
  return gateway.startsWith('enterprise-');
}
