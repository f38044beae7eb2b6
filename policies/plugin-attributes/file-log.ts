import type { WrittenAttributes } from './attributes';

export const FILE_LOG: WrittenAttributes = {
  plugin: 'file-log',
  always: ['custom_fields_by_lua', 'path', 'reopen'],
  omitted: [],
};
