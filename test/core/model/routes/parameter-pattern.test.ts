import { routePattern, type UpstreamPaths } from '../../../../core/model/routes';
import { routerText } from './router-text';

/** Whether a path parameter matches a value, so that the call reaches the upstream. */
function matches(value: string, upstreamPaths: UpstreamPaths = {}, template = '/items/{id}'): boolean {
  const text = routerText(`/items/${value}`);
  return text !== undefined && new RegExp(`^${routePattern('', template, upstreamPaths).slice(1)}`, 'u').test(text);
}

describe('a path parameter matches a value that every upstream reads as one segment', () => {
  test.each([
    '4711',
    '47.11',
    '.hidden',
    '...a',
    'caf%C3%A9',
    'café',
    'a%20b',
    'a+b',
    'urn:isbn:4711',
    'urn%3Aisbn%3A4711',
    '(a)',
    '%28a%29',
    'a@b.example',
    'a%40b.example',
    'a,b',
    'a=b&c!$*',
    "it's",
    '%5Ba%5D',
    '[a]',
    'a~b',
    '%61',
    'SECRET',
    '%F0%9F%90%95',
  ])('%s', (value) => {
    expect(matches(value)).toBe(true);
  });
});

describe('a path parameter does not match a value that some upstreams read as another path', () => {
  test.each([
    ['nothing', ''],
    ['a slash', 'a/b'],
    ['an encoded slash', 'a%2Fb'],
    ['an encoded slash in lower case', '..%2fadmin'],
    ['a backslash', '..\\admin'],
    ['an encoded backslash', '..%5Cadmin'],
    ['a fragment', 'secret#f'],
    ['an encoded fragment', 'secret%23f'],
    ['an encoded query', 'secret%3Ff'],
    ['matrix parameters', 'secret;a=b'],
    ['a semicolon at the end', 'secret;'],
    ['an encoded semicolon', 'secret%3Bx'],
    ['a dot segment with a semicolon', '..;'],
    ['a dot segment with matrix parameters', '..;a=b'],
    ['a dot with a semicolon', '.;'],
    ['a dot segment with an encoded semicolon', '%2e%2e%3b'],
    ['a dot segment in front of the rest', '..;/parts'],
    ['dots', '...'],
    ['a null character', 'secret%00'],
    ['a line feed', 'secret%0A'],
    ['a carriage return', 'secret%0D'],
    ['a tab', 'secret%09'],
    ['a delete character', 'secret%7F'],
    ['a control character beyond ASCII', 'secret%C2%85'],
    ['a line separator', 'secret%E2%80%A8'],
    ['a slash encoded twice', 'a%252Fb'],
    ['a semicolon encoded twice', 'secret%253B'],
    ['a dot encoded twice', '%252e%252e'],
    ['a plain percent sign', '50%25'],
    ['an incomplete encoding', '50%'],
    ['an invalid encoding', 'a%zzb'],
    ['a dot at the end', 'secret.'],
    ['an encoded dot at the end', 'secret%2E'],
    ['a space at the end', 'secret%20'],
    ['a space at the beginning', '%20secret'],
    ['a space of another kind at the end', 'secret%C2%A0'],
    ['an overlong slash', '..%C0%AFadmin'],
    ['an overlong dot', '%C0%AE%C0%AE'],
    ['a slash encoded as IIS reads it', '..%u2215admin'],
  ])('%s', (_, value) => {
    expect(matches(value)).toBe(false);
  });

  test('a trailing slash is a segment of its own', () => {
    expect(matches('secret/')).toBe(false);
  });
});

describe('a path parameter matches matrix parameters if the API declares them', () => {
  const matrix = { matrixParameters: true };

  test.each(['4711;version=2', '4711;', '4711;a=b;c=d', '4711%3Bversion=2', '4711;a=..'])('%s', (value) => {
    expect(matches(value, matrix)).toBe(true);
  });

  test.each([
    '..;',
    '..;a=b',
    '.;',
    '.;a=b',
    '...;a',
    '%2e%2e%3B',
    ';',
    ';a=b',
    '%20;a',
    '4711.;a',
    '4711;a#b',
    '4711;a%2Fb',
    '4711;a%5Cb',
    '4711;a%0Ab',
    '4711;a%25',
  ])('but does not match %s', (value) => {
    expect(matches(value, matrix)).toBe(false);
  });

  test('but only at the end of a segment, so that an upstream that drops them gets a path that the route matches', () => {
    expect(matches('a;v=1.json', matrix, '/items/{name}.json')).toBe(false);
    expect(matches('a.json;v=1', matrix, '/items/{name}.json')).toBe(false);
    expect(matches('ab;v=1', matrix, '/items/{first}{second}')).toBe(true);
    expect(matches('v1;a=b', matrix, '/items/v{version}')).toBe(true);
    expect(matches('v;a=b', matrix, '/items/v{version}')).toBe(false);
  });
});
