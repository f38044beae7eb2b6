/** Plugins with their settings, and the names by which they identify operations and groups. */
export { servedOperations } from './operations';
export { groupName, type IdOf, type PlacedPlugin, type PluginPlacement, type PluginSettings } from './plugin';
export type { WideningList } from './widening-list';
