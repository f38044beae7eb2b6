// biome-ignore-all lint/suspicious/noTemplateCurlyInString: text that looks like a template is what is tested
import { Token } from 'cdktf';
import { rejectTokens } from '../../constructs/tokens';

describe('rejectTokens', () => {
  test.each([
    ['in text', `x${Token.asString({ a: 1 })}`],
    ['in a list', Token.asList({ a: 1 })],
    ['in a key', { [Token.asString({ a: 1 })]: 1 }],
  ])('rejects a cdktf token %s', (_, value) => {
    expect(() => rejectTokens({ deep: [value] })).toThrow('a GatewayStack does not support cdktf tokens');
  });

  test.each(['${TfToken[TOKEN.99999]}', '#{TfToken[TOKEN.99999]}', '&{TfToken[TOKEN.99999]}', 'plain'])(
    'accepts text that only looks like a token: %s',
    (text) => {
      expect(() => rejectTokens({ deep: [text, { [text]: text }] })).not.toThrow();
    },
  );
});
