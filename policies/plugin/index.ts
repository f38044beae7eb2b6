/** What policies are made of: plugins with their settings, and how plugins know operations and groups. */
export { servedOperations } from './operations';
export { groupName, type IdOf, type PlacedPlugin, type PluginPlacement, type PluginSettings } from './plugin';
export type { WideningList } from './widening-list';
