import type { PluginAttributes } from './attributes';

export const ACL: PluginAttributes = {
  plugin: 'acl',
  always: ['allow', 'always_use_authenticated_groups', 'hide_groups_header'],
  only: {
    'enterprise-3.9': ['include_consumer_groups'],
    'enterprise-3.15': ['include_consumer_groups'],
  },
  omitted: [
    { paths: ['deny'], reason: "Kong accepts either 'allow' or 'deny', and rejects everything that is not allowed" },
  ],
};
