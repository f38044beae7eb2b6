import fc from 'fast-check';
import { routePattern, type UpstreamPaths } from '../../../../core/model/routes';
import { parameterPattern } from '../../../../core/model/routes/parameter-pattern';

/** Whether the router matches a path: by the regular expression after the '~'. */
const matches = (basePath: string, template: string, path: string, upstreamPaths: UpstreamPaths = {}) =>
  new RegExp(`^${routePattern(basePath, template, upstreamPaths).slice(1)}`, 'u').test(path);

/** The pattern of a parameter. */
const ANY = parameterPattern({}, true);

describe('routePattern', () => {
  test.each([
    ['/sim-swap/v2', '/check', '~/sim-swap/v2/check$'],
    ['/a/v1.1', '/x', '~/a/v1\\.1/x$'],
    ['/push/v1', '/messages/{messageId}', `~/push/v1/messages/${ANY}$`],
    ['/push/v1', '/messages/{messageId}:cancel', `~/push/v1/messages/${ANY}:cancel$`],
    ['/push/v1', '/{a}/{b}', `~/push/v1/${ANY}/${ANY}$`],
    ['/push/v1', '/', '~/push/v1/$'],
    ['/push/v1', '/a(b)*', '~/push/v1/a\\(b\\)\\*$'],
    // Measured on a gateway: it decodes all characters except reserved ones before it matches.
    ['/push/v1', '/caf%c3%A9', '~/push/v1/café$'],
    ['/push/v1', '/a%20b/%7Ec', '~/push/v1/a b/~c$'],
    ['/push/v1', '/a%2fb%25', '~/push/v1/a%2Fb%25$'],
    ['/push/v1', '/a%7Bb%5C', '~/push/v1/a\\{b\\\\$'],
    ['/push/v1', '/{caf%C3%A9}', `~/push/v1/${ANY}$`],
  ])('for base path %s and template %s is %s', (basePath, template, pattern) => {
    expect(routePattern(basePath, template)).toBe(pattern);
  });

  test.each([
    ['/push/v1/messages/', false],
    ['/push/v1/messages/4711/parts', false],
    ['/push/v1/messages', false],
    ['/other/push/v1/messages/1', false],
    ['/pushXv1/messages/1', false],
  ])('matches %s: %s', (path, expected) => {
    expect(matches('/push/v1', '/messages/{messageId}', path)).toBe(expected);
  });

  test('matches the path of its own template with any special characters', () => {
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
