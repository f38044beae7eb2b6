import type { Environment } from '../../../core/model';
import { accessPlugins } from '../../../policies';
import { API, NATIVE, NATIVE_39, OSS, PORTABLE, PORTABLE_39 } from '../support/documents';

describe('access control', () => {
  const acl = (change: object = {}) => ({
    plugin: 'acl',
    resource: 'typed',
    config: {
      allow: ['sim-swap:paid', 'sim-swap:free'],
      always_use_authenticated_groups: false,
      hide_groups_header: true,
      ...change,
    },
  });

  test.each<[string, Environment, object]>([
    ['uses ACL groups on open-source Kong', OSS, acl()],
    ['uses ACL groups on Enterprise with portable plugins', PORTABLE, acl({ include_consumer_groups: false })],
    ['uses ACL groups on Enterprise 3.9 with portable plugins', PORTABLE_39, acl({ include_consumer_groups: false })],
    ['uses Consumer Groups on Enterprise with native plugins', NATIVE, acl({ include_consumer_groups: true })],
    ['uses Consumer Groups on Enterprise 3.9 with native plugins', NATIVE_39, acl({ include_consumer_groups: true })],
  ])('%s', (_, environment, plugin) => {
    expect(accessPlugins({ api: 'sim-swap', tiers: API.tiers, environment })).toEqual([plugin]);
  });
});
