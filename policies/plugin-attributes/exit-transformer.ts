import type { WrittenAttributes } from './attributes';

export const EXIT_TRANSFORMER: WrittenAttributes = {
  plugin: 'exit-transformer',
  always: ['functions', 'handle_unexpected', 'handle_unknown'],
  omitted: [],
};
