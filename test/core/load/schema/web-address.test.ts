import { formatProblem } from '../../../../core/load/schema/format-problem';
import { loadText } from '../../../support/catalog';

test.each([
  'https://sim-swap.production.internal',
  'https://sim-swap.production.internal:8443/a?b#c',
  'http://echo:65535',
  'https://10.0.0.5:1/x',
  'https://[::1]:8443/x',
  'https://API.operator.example./x',
  'https://audit_sink:80',
  'mailto:a@b.example',
])('%s is valid, or does not look like a URL', (text) => {
  expect(formatProblem('uri', text)).toBeUndefined();
});

test.each([
  ['https://a.internal:99999', "port '99999' is out of range (1–65535)"],
  ['https://a.internal:65536/x', "port '65536' is out of range (1–65535)"],
  ['https://a.internal:0', "port '0' is out of range (1–65535)"],
  ['https://a.internal:08443', "port '08443' is not a number from 1 to 65535"],
  ['https://a.internal:x/', "port 'x' is not a number from 1 to 65535"],
  ['https://a.internal:/x', 'its port is empty; ports are 1–65535'],
  ['https://[::1', "host '[::1' is neither a name nor an address"],
  ['https://[::g]/', "host '[::g]' is neither a name nor an address"],
  ['https://a..b-.internal', "host 'a..b-.internal' is neither a name nor an address"],
  ['https://10.0.0.256/', "host '10.0.0.256' is neither a name nor an address"],
  ['https://1.2.3.4.5/', "host '1.2.3.4.5' is neither a name nor an address"],
  ['https://010.0.0.5/', "host '010.0.0.5' is another spelling of '8.0.0.5'"],
  ['https://0x7f.1/', "host '0x7f.1' is another spelling of '127.0.0.1'"],
  ['https://bücher.example/', "host 'bücher.example' is neither a name nor an address"],
  ['https://%61.example/', "host '%61.example' is neither a name nor an address"],
  ['https://a\\b/', "host 'a\\b' is neither a name nor an address"],
])('%s is invalid: %s', (text, message) => {
  expect(formatProblem('uri', text)).toMatchObject({ message, hint: expect.any(String) });
});

test('reports an invalid URL in a document at its position', () => {
  const { findings } = loadText('kind: Team\nname: t\ntitle: T\nemail: t@x.example\nchat: https://x.example:70000/\n');
  expect(findings).toMatchObject([
    {
      code: 'malformed-value',
      message: "'chat' is 'https://x.example:70000/'; port '70000' is out of range (1–65535)",
      hint: 'write a port from 1 to 65535, or remove it together with its colon',
      at: { line: 5, column: 7 },
    },
  ]);
});
