// biome-ignore-all lint/suspicious/noTemplateCurlyInString: text that looks like a template is what is tested
import { Token } from 'cdktf';
import { refuseTokens } from '../../constructs/tokens';

describe('refuseTokens', () => {
  test.each([
    ['in text', `x${Token.asString({ a: 1 })}`],
    ['in a list', Token.asList({ a: 1 })],
    ['in a key', { [Token.asString({ a: 1 })]: 1 }],
  ])('refuses a token of cdktf %s', (_, value) => {
    expect(() => refuseTokens({ deep: [value] })).toThrow('a token of cdktf cannot be written');
  });

  test.each(['${TfToken[TOKEN.99999]}', '#{TfToken[TOKEN.99999]}', '&{TfToken[TOKEN.99999]}', 'plain'])(
    'lets text pass that only looks like a token: %s',
    (text) => {
      expect(() => refuseTokens({ deep: [text, { [text]: text }] })).not.toThrow();
    },
  );
});
