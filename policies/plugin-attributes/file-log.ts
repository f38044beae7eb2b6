import type { PluginAttributes } from './attributes';

export const FILE_LOG: PluginAttributes = {
  plugin: 'file-log',
  always: ['custom_fields_by_lua', 'path', 'reopen'],
  omitted: [],
};
