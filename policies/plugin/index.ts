/** What policies are made of: plugins with their settings, and how plugins know operations and groups. */
export { servedOperations } from './operations';
export { groupName, type IdOf, type PlacedPlugin, type PluginSettings, type PluginTarget } from './plugin';
export type { WideningList } from './widening-list';
