/** The targets that policies are compiled for: gateways, and the plugins used on them. */
export {
  GATEWAYS,
  type Gateway,
  type GatewayOf,
  supportedTarget,
  type Target,
  targetOf,
} from './target';
