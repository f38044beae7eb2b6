import { formatProblem } from '../../../../core/load/schema/format-problem';

test.each([
  'https://checkout.acme.example/callback',
  'https://checkout.acme.example',
  'https://checkout.acme.example:8443/a/b?c=d&e=%20',
  'https://acme.example/@team/cb',
  'https://acme.example/a*b;c=(d)',
  'HTTPS://acme.example/cb',
  'http://127.0.0.1/cb',
  'http://127.0.0.1:51004/cb',
  'http://127.0.0.2:1/',
  'http://[::1]:51004/cb',
  'http://[::1]',
  'http://localhost:8080/cb?x',
  'com.example.app:/oauth2redirect',
  'com.example.app:/oauth2redirect/example-provider?x=1',
  'com.example.app://callback',
  'msauth.com.example.app://auth',
])('%s is a redirect URI', (uri) => {
  expect(formatProblem('redirect-uri', uri)).toBeUndefined();
});

test.each([
  ['https://acme.example/cb#', 'it has a fragment', "remove '#'"],
  ['com.example.app:/cb#x', 'it has a fragment', "remove '#'"],
  ['https://user:x@acme.example/cb', 'it has a user name', "remove '@'"],
  ['http://localhost@evil.example/cb', 'it has a user name', ''],
  ['http://acme.example/cb', "http is allowed only for the user's own machine", 'write https://acme.example/cb'],
  ['http://127.0.0.1.evil.example/cb', "http is allowed only for the user's own machine", ''],
  ['http://localhost.evil.example/cb', "http is allowed only for the user's own machine", ''],
  ['http:/127.0.0.1/cb', 'it is not an absolute URI', ''],
  ['http://127.0.0.1:99999/cb', "port '99999'", ''],
  ['http://127.0.0.999/cb', 'is neither a name nor an address', ''],
  ['https://*.acme.example/cb', 'is neither a name nor an address', ''],
  ['https:acme.example', 'it is not an absolute URI', 'https://checkout'],
  ['https:///cb', 'it has no host', ''],
  ['/callback', 'it is not an absolute URI', 'https://checkout'],
  ['https://acme.example/a b', 'it is not an absolute URI', ''],
  ['https://acme.example/%zz', 'it is not an absolute URI', ''],
  ['https://acme.example\\@evil.example', 'it is not an absolute URI', ''],
  ['https://acme.example/ñ?x=%20', 'it is not an absolute URI', "write 'https://acme.example/%C3%B1?x=%20'"],
  ['', 'it is not an absolute URI', ''],
  ...[
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://a.example/x',
  ].map((uri) => [uri, 'is not one of a native app', "'com.example.app'"]),
  ...[
    'about:blank',
    'ftp://a.example/',
    'mailto:a@b.example',
    'intent://x',
    'myapp://cb',
    'urn:ietf:wg:oauth:2.0:oob',
    'ws://a.example',
  ].map((uri) => [uri, 'is not one of a native app', "'com.example.app'"]),
  ['com.example.app:cb', "it has no path after 'com.example.app:'", "write 'com.example.app:/cb'"],
])('%s is not a redirect URI: %s', (uri, message, hint) => {
  expect(formatProblem('redirect-uri', uri)).toMatchObject({
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint),
  });
});
