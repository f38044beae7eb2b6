import { type Environment, withDefaults } from '../../core/model';

/** A gateway that Gatewright writes settings for: edition and version, joined by a hyphen. */
export const GATEWAYS = ['oss-3.9', 'enterprise-3.9', 'enterprise-3.15'] as const;

export type Gateway = (typeof GATEWAYS)[number];

/** What a policy is compiled to: a gateway, and whose plugins are used on it. */
export interface Target {
  readonly gateway: Gateway;
  /** `portable`: Gatewright's plugins, on open-source Kong, and on Enterprise unless it has `plugins: native`; `native`: Enterprise's. */
  readonly plugins: 'portable' | 'native';
}

/** The part of an environment that decides what policies come to. */
export type GatewayOf = Pick<Environment, 'name' | 'gateway'>;

/** The target of an environment; undefined where its gateway is not supported. */
export function targetOf(environment: GatewayOf): Target | undefined {
  const { edition, version, plugins } = withDefaults('Environment', environment).gateway;
  const gateway = GATEWAYS.find((known) => known === `${edition}-${version}`);
  if (!gateway) return undefined;
  return { gateway, plugins: edition === 'enterprise' && plugins === 'native' ? 'native' : 'portable' };
}

/**
 * The target of an environment whose gateway has to be supported.
 * @throws Error that names the gateway and those that are supported
 */
export function supportedTarget(environment: GatewayOf): Target {
  const target = targetOf(environment);
  if (target) return target;
  const { edition, version } = environment.gateway;
  throw new Error(
    `environment '${environment.name}' has gateway '${edition} ${version}', supported are ${supportedGateways()}`,
  );
}

/** The supported gateways in words, for messages. */
export function supportedGateways(): string {
  return GATEWAYS.map((gateway) => `'${gateway.replace('-', ' ')}'`).join(', ');
}

/** Whether the gateway is Kong Enterprise, whosever plugins are used on it. */
export function isEnterprise({ gateway }: Target): boolean {
  return gateway.startsWith('enterprise-');
}
