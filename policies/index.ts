/** Pure decisions: what a policy comes to on a gateway. */
export { GATEWAYS, type Gateway, supportedTarget, type Target, targetOf } from './gateway';
export { groupName, type IdOf, type PlacedPlugin, type PluginSettings, type PluginTarget } from './plugin';
