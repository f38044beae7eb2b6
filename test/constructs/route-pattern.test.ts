import fc from 'fast-check';
import { routePattern, routePriority } from '../../constructs/route-pattern';

/** Whether the router would take a path, by the regular expression behind the '~'. */
const matches = (basePath: string, template: string, path: string) =>
  new RegExp(`^(?:${routePattern(basePath, template).slice(1)})`).test(path);

describe('routePattern', () => {
  test.each([
    ['/sim-swap/v2', '/check', '~/sim-swap/v2/check$'],
    ['/a/v1.1', '/x', '~/a/v1\\.1/x$'],
    ['/push/v1', '/messages/{messageId}', '~/push/v1/messages/[^/]+$'],
    ['/push/v1', '/messages/{messageId}:cancel', '~/push/v1/messages/[^/]+:cancel$'],
    ['/push/v1', '/{a}/{b}', '~/push/v1/[^/]+/[^/]+$'],
    ['/push/v1', '/', '~/push/v1/$'],
    ['/push/v1', '/a(b)*', '~/push/v1/a\\(b\\)\\*$'],
  ])('of %s and %s is %s', (basePath, template, pattern) => {
    expect(routePattern(basePath, template)).toBe(pattern);
  });

  test.each([
    ['/push/v1/messages/4711', true],
    ['/push/v1/messages/47.11', true],
    ['/push/v1/messages/', false],
    ['/push/v1/messages/4711/parts', false],
    ['/push/v1/messages', false],
    ['/other/push/v1/messages/1', false],
    ['/pushXv1/messages/1', false],
  ])('lets %s through: %s', (path, through) => {
    expect(matches('/push/v1', '/messages/{messageId}', path)).toBe(through);
  });

  test('matches the path of its own template, whatever signs it has', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@|^[\]\\-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), (segments) => {
        const path = `/${segments.join('/')}`;
        expect(matches('/api/v1', path, `/api/v1${path}`)).toBe(true);
        expect(matches('/api/v1', path, `/api/v1${path}x`)).toBe(false);
      }),
    );
  });
});

describe('routePriority', () => {
  test.each([
    ['/sessions/latest', '/sessions/{sessionId}'],
    ['/sessions/{sessionId}:end', '/sessions/{sessionId}'],
    ['/sessions/x', '/sessions/{sessionId}:end'],
    ['/a/{b}/c', '/{a}/b/c'],
    ['/a/b/{c}', '/a/{b}/c'],
  ])('takes %s before %s', (first, second) => {
    expect(routePriority('/v1', first)).toBeGreaterThan(routePriority('/v1', second));
  });

  test('takes the API whose base path is longer before one that would take the call as a parameter', () => {
    expect(routePriority('/a/b', '/c')).toBeGreaterThan(routePriority('/a', '/{x}/c'));
  });

  test('is a number that the gateway takes, however long the path is', () => {
    expect(routePriority('/a', '/b'.repeat(100))).toBeLessThan(2 ** 31);
  });
});
