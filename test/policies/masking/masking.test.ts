import type { Environment, MaskingPolicy } from '../../../core/model';
import { maskingPlugins } from '../../../policies';
import { API, NATIVE, OPERATIONS, OSS, PORTABLE, PORTABLE_39 } from '../support/documents';
import { problemsOfPortable } from '../support/portable-schemas';

describe('masking', () => {
  const policy: MaskingPolicy = {
    kind: 'MaskingPolicy',
    name: 'hide',
    title: 'hide',
    rules: [{ path: '$.area.center', action: 'remove' }],
  };
  const configOf = (change: Partial<MaskingPolicy>, environment: Environment = OSS) => {
    const input = { policy: { ...policy, ...change }, api: API, operations: OPERATIONS, environment };
    const plugins = maskingPlugins(input);
    expect(plugins.flatMap(problemsOfPortable)).toEqual([]);
    return plugins[0]?.config;
  };
  const config = {
    rules: [{ path: '$.area.center', action: 'remove', operations: [], groups: [], purposes: [] }],
    group_source: 'acl',
    groups: ['sim-swap:paid', 'sim-swap:free'],
    max_body_bytes: 1_048_576,
    unreadable: 'block',
  };

  test.each<[string, Environment, object]>([
    ['open-source Kong', OSS, config],
    ['Enterprise with portable plugins', PORTABLE, config],
    ['Enterprise 3.9 with portable plugins', PORTABLE_39, config],
    ['Enterprise with native plugins', NATIVE, { ...config, group_source: 'consumer-groups' }],
  ])('uses partner-masking on %s', (_, environment, expected) => {
    expect(configOf({}, environment)).toEqual(expected);
  });

  test.each<[what: string, rule: object, expected: object]>([
    ['a truncated text', { action: 'truncate', keep: 4 }, { action: 'truncate', keep: 4 }],
    ['a text truncated to length 0', { action: 'truncate' }, { action: 'truncate', keep: 0 }],
    ['an operation', { operations: ['check'] }, { operations: [{ operation: 'check', route: 'sim-swap_check' }] }],
    ['tiers, best first', { tiers: ['free', 'paid', 'gold'] }, { groups: ['sim-swap:paid', 'sim-swap:free'] }],
    ['purposes', { purposes: ['dpv:Marketing'] }, { purposes: ['dpv:Marketing'] }],
  ])('has rules for %s', (_, rule, expected) => {
    expect(configOf({ rules: [{ path: '$.a', action: 'remove', ...rule }] })?.rules).toMatchObject([expected]);
  });

  test('omits a rule for operations or tiers that the API does not have', () => {
    const rules = [
      { path: '$.a', action: 'remove', operations: ['other'] },
      { path: '$.b', action: 'remove', tiers: ['gold'] },
      { path: '$.c', action: 'remove' },
    ] as const;
    expect(configOf({ rules })?.rules).toMatchObject([{ path: '$.c' }]);
    expect(configOf({ rules: rules.slice(0, 2) })).toBeUndefined();
  });

  test('has the limits of its policy', () => {
    expect(configOf({ maxBody: '64 KiB', unreadable: 'pass' })).toMatchObject({
      max_body_bytes: 65_536,
      unreadable: 'pass',
    });
  });
});
