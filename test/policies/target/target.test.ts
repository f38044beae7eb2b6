import type { Environment } from '../../../core/model';
import { type Target, targetOf } from '../../../policies';

const target = (gateway: Environment['gateway']) => targetOf({ name: 'production', gateway });

test.each<[gateway: Environment['gateway'], target: Target]>([
  [
    { edition: 'oss', version: '3.9' },
    { gateway: 'oss-3.9', plugins: 'portable' },
  ],
  [
    { edition: 'enterprise', version: '3.9' },
    { gateway: 'enterprise-3.9', plugins: 'portable' },
  ],
  [
    { edition: 'enterprise', version: '3.15' },
    { gateway: 'enterprise-3.15', plugins: 'portable' },
  ],
  [
    { edition: 'enterprise', version: '3.15', plugins: 'portable' },
    { gateway: 'enterprise-3.15', plugins: 'portable' },
  ],
  [
    { edition: 'enterprise', version: '3.9', plugins: 'native' },
    { gateway: 'enterprise-3.9', plugins: 'native' },
  ],
  [
    { edition: 'enterprise', version: '3.15', plugins: 'native' },
    { gateway: 'enterprise-3.15', plugins: 'native' },
  ],
])("uses Enterprise's native plugins only if they are selected: %j", (gateway, expected) => {
  expect(target(gateway)).toEqual(expected);
});

test('returns no target for an unsupported version', () => {
  expect(target({ edition: 'enterprise', version: '3.4' })).toBeUndefined();
  expect(target({ edition: 'oss', version: '3.15' })).toBeUndefined();
});
