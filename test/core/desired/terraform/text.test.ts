// biome-ignore-all lint/suspicious/noTemplateCurlyInString: text that looks like a template is what is tested
import { Reference, terraformValue } from '../../../../core/desired';
import { PlainMap } from '../../../../core/model/base/json';
import { describeWithTerraform, Workspace } from '../../../support/terraform';

/** Text that is special to Terraform, to cdktf, or to their parsers. */
const HOSTILE = [
  '${file("/etc/hostname")}',
  '${var.kong_admin_token}',
  '%{ if true }x%{ endif }',
  '$${escaped}',
  '$$${x}',
  '$$$${x}',
  '%%{ if true }',
  '%%%{x}',
  '$%{x}',
  '%${x}',
  '${${x}}',
  '$',
  '$$',
  '%',
  '{',
  '}',
  '${',
  '%{',
  '$${',
  '%%{',
  '${~ x ~}',
  '\\${x}',
  '"${x}"',
  '<<EOT\n${x}\nEOT',
  '${TfToken[TOKEN.99999]}',
  '#{TfToken[TOKEN.99999]}',
  '&{TfToken[TOKEN.99999]}',
  '-1.8881545897087624e+289',
  '__proto__',
  'constructor',
  '//',
  'zürich 東京 🦊',
  'tab\tline\nreturn\r\u2028end',
  '',
];

describe('terraformValue', () => {
  test.each([
    ['text', 'plain', 'plain'],
    ['an interpolation', '${a}', '$${a}'],
    ['a directive', '%{ if a }', '%%{ if a }'],
    ['text that is already escaped', '$${a}', '$$${a}'],
    ['a plain dollar sign', '$5 {x}', '$5 {x}'],
    ['keys', { '${a}': { '%{b}': 1 } }, { '$${a}': { '%%{b}': 1 } }],
    ['lists', [['${a}']], [['$${a}']]],
    ['numbers, booleans and null', [1, -0.5, true, null], [1, -0.5, true, null]],
    ['a map without its undefined values', { a: undefined, b: 1 }, { b: 1 }],
    ['a reference', { id: Reference.to('kong-gateway_service', 'a') }, { id: '${kong-gateway_service.a.id}' }],
    ['decomposed Unicode, as Terraform composes it', 'e\u0301', 'é'],
    ['a map of a document', Object.assign(new PlainMap(), { a: '${x}' }), { a: '$${x}' }],
  ])('writes %s', (_, value, written) => {
    expect(JSON.parse(JSON.stringify(terraformValue(value)))).toEqual(written);
  });

  test.each([
    ['half of a surrogate pair', 'a\ud800', 'is not valid Unicode'],
    ['a date', new Date(0), 'an instance of class Date cannot be written'],
    ['a function', () => 1, 'a function cannot be written'],
    ['NaN', Number.NaN, 'cannot be written'],
    ['a number beyond the range of exact integers', 2 ** 60, 'within'],
    ['a number of the size in which cdktf encodes tokens', -1.8881545897087624e289, 'cannot be written'],
    ['two spellings of one key', { é: 1, 'e\u0301': 2 }, 'is duplicated in a map'],
  ])('rejects %s', (_, value, message) => {
    expect(() => terraformValue({ deep: [value] })).toThrow(message);
  });

  test('reports references', () => {
    const reported: string[] = [];
    terraformValue([{ a: Reference.variable('kong_admin_url') }, '${b}'], ({ steps }) =>
      reported.push(steps.join('.')),
    );
    expect(reported).toEqual(['var.kong_admin_url']);
  });
});

describe('Reference', () => {
  test.each([['a}${file("/etc/hostname")'], ['a.b'], [''], ['1a'], ['a b']])('rejects the name %j', (step) => {
    expect(() => Reference.to('kong-gateway_service', step)).toThrow('is not valid in a reference');
  });

  test('cannot be used within text', () => {
    const reference = Reference.to('kong-gateway_service', 'a');
    expect(() => `${reference}x`).toThrow('cannot be used within text');
  });
});

describeWithTerraform('Terraform', () => {
  test('returns special text unchanged, as value and as key, at any depth', () => {
    const workspace = new Workspace();
    const plain = {
      strings: HOSTILE,
      keys: Object.fromEntries(HOSTILE.map((text, index) => [`${text}${text}`, index])),
      deep: {
        list: [
          { map: Object.fromEntries(HOSTILE.filter((text) => text !== '').map((text) => [text, { [text]: text }])) },
        ],
      },
    };
    try {
      const attributes = terraformValue({ config: plain }) as Record<string, unknown>;
      workspace.apply({ test: { resource: { 'kong-gateway_custom_plugin': { a: attributes } } } });
      expect(workspace.values().get('test/kong-gateway_custom_plugin.a')).toEqual({ config: plain });
    } finally {
      workspace.remove();
    }
  });
});
