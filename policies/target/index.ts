/** What policies are compiled to: a gateway, whose plugins are used on it, and what it cannot do. */
export {
  GATEWAYS,
  type Gateway,
  type GatewayOf,
  supportedTarget,
  type Target,
  targetOf,
} from './target';
