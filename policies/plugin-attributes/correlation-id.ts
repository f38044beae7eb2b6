import type { WrittenAttributes } from './attributes';

export const CORRELATION_ID: WrittenAttributes = {
  plugin: 'correlation-id',
  always: ['echo_downstream', 'generator', 'header_name'],
  omitted: [],
};
