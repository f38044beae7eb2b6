export {
  GATEWAYS,
  type Gateway,
  type GatewayOf,
  isEnterprise,
  supportedTarget,
  type Target,
  targetOf,
} from './gateway';
export { servedOperations } from './operations';
export { groupName, type IdOf, type PlacedPlugin, type PluginSettings, type PluginTarget } from './plugin';
