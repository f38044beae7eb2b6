import { loadCatalog, MemorySource } from '../../../../core/load';
import { defineTier } from '../../../../core/model';
import { brief, loadText } from '../../../support/catalog';

const TIER = `kind: Tier
name: free
title: Free
status: active
version: 1.0.0
`;

const found = (text: string) => brief(loadText(text).findings).map((line) => line.replace(/^[^:]*:/, ''));

describe('a problem of one value hides no other problems', () => {
  test('reports infinite numbers', () => {
    expect(
      found(`${TIER}limits: { second: 1e400 }\nquota: { day: 99999999999999999999, month: -1 }\ntitel: Free\n`),
    ).toEqual([
      '6:19 yaml-number number 1e400 is not finite',
      "7:15 out-of-range 'day' is 99999999999999999999; it must be at least 1 and at most 1000000000000",
      "7:44 out-of-range 'month' is -1; it must be at least 1 and at most 1000000000000",
      "8:1 unknown-field field 'titel' is unknown in Tier",
    ]);
  });

  test('reports a tagged value once', () => {
    expect(found(`${TIER.replace('active', '!x active')}limits: { second: !y &a 5 }\ntitel: Free\n`)).toEqual([
      '4:9 yaml-tag tag is unknown, or does not match the type of the value',
      '6:19 yaml-tag tag is unknown, or does not match the type of the value',
      "7:1 unknown-field field 'titel' is unknown in Tier",
    ]);
  });

  test.each([
    ['a key of all prototypes', 'kind: Tier\nname: free\n__proto__: 1\n', ['3:1 yaml-key', '1:1 missing-field']],
    ['a number as a key', `${TIER}1: x\ntitel: x\n`, ['6:1 yaml-key', '7:1 unknown-field']],
    ['a repeated key', `${TIER}name: b\ntitel: x\n`, ['6:1 duplicate-key', '7:1 unknown-field']],
    [
      'braces of a template',
      `${TIER.replace('title: Free', 'title: {{ title }}')}titel: x\n`,
      ['3:9 yaml-key', '6:1 unknown-field'],
    ],
    [
      'what an alias repeats',
      `${TIER}limits: &a { second: .inf, minute: -1 }\nquota: *a\n`,
      ['6:22 yaml-number', '6:36 out-of-range', '6:28 unknown-field'],
    ],
    ['an invalid kind', 'kind: .nan\nname: x\n', ['1:7 yaml-number']],
  ])('%s', (_, text, expected) => {
    const places = found(text).map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(places.toSorted()).toEqual([...expected].sort());
  });

  test('reports unsupported values of a program', () => {
    const made = { name: 'free', status: 'active', version: '1.0.0', title: undefined, titel: 'x' } as never;
    const { findings } = loadCatalog(new MemorySource({}), { documents: [defineTier(made)], findings: [] });
    expect(findings.map(({ code, at }) => [code, at.path])).toEqual([
      ['unknown-field', '/titel'],
      ['unsupported-value', '/title'],
    ]);
  });

  test('reports a map of a program in place of text', () => {
    const made = { name: 'free', status: 'active', version: '1.0.0', title: { a: [] } } as never;
    const { findings } = loadCatalog(new MemorySource({}), { documents: [defineTier(made)], findings: [] });
    expect(findings.map(({ message }) => message)).toEqual(["'title' is a map; it must be a string"]);
  });
});

describe('invalid and invisible characters', () => {
  test.each([
    ['half a character', '"a\\ud800b"', 'text contains U+D800, one half of a character without the other'],
    ['the other half', '"\\udc00\\ud800"', 'text contains U+DC00, one half of a character without the other'],
    ['NUL', '"a\\0b"', 'text contains the invisible character U+0000'],
    ['a change of direction', '"a\\u202eb"', 'text contains the invisible character U+202E'],
    ['a space without width', '"a\\u200bb"', 'text contains the invisible character U+200B'],
    ['a space without width as it is', 'a\u200bb', 'text contains the invisible character U+200B'],
    ['a soft hyphen', 'a\u00adb', 'text contains the invisible character U+00AD'],
    ['a next line', '"a\\x85b"', 'text contains the invisible character U+0085'],
    ['a mark of direction', 'a\u200fb', 'text contains the invisible character U+200F'],
    ['a word joiner', 'a\u2060b', 'text contains the invisible character U+2060'],
    ['an operator that is not seen', 'a\u2064b', 'text contains the invisible character U+2064'],
    ['a joiner between Latin letters', 'a\u200db', 'text contains the invisible character U+200D'],
    ['a grapheme joiner', 'a\u034fb', 'text contains the invisible character U+034F'],
    ['a Hangul filler', 'a\u3164b', 'text contains the invisible character U+3164'],
    ['a variation selector', 'a\ufe0fb', 'text contains the invisible character U+FE0F'],
    ['another', 'a\u{e0100}b', 'text contains the invisible character U+E0100'],
    ['a tag', 'a\u{e0061}b', 'text contains the invisible character U+E0061'],
    ['a line separator', 'a\u2028b', 'text contains the invisible character U+2028'],
    ['a paragraph separator', '"a\\u2029b"', 'text contains the invisible character U+2029'],
    ['a note within lines', 'a\ufffab', 'text contains the invisible character U+FFFA'],
    ['Braille without dots', 'a\u2800b', 'text contains the invisible character U+2800'],
    ['private use', 'a\ue000b', 'text contains U+E000, which is not an assigned character'],
    ['an unassigned character', '"a\\ufdd0b"', 'text contains U+FDD0, which is not an assigned character'],
    [
      'a space at the end',
      '"a\\u00a0"',
      'text contains the space U+00A0 at an end or next to another space, where it is invisible',
    ],
    [
      'a space at the beginning',
      '"\\u3000a"',
      'text contains the space U+3000 at an end or next to another space, where it is invisible',
    ],
    [
      'two spaces',
      '"a \\u202fb"',
      'text contains the space U+202F at an end or next to another space, where it is invisible',
    ],
  ])('%s', (_, title, message) => {
    expect(found(TIER.replace('Free', title))).toEqual([`3:8 invalid-character ${message}`]);
    expect(found(`${TIER}labels: { ${title}: x }\n`)).toEqual([`6:11 invalid-character ${message}`]);
  });

  test.each([
    '"\\ud83d\\ude00"',
    '👩‍💻',
    '👩🏽‍💻',
    '❤️‍🔥',
    '⚠️ Note',
    '1️⃣',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'می‌خواهم',
    'क्‍ष',
    'ශ්‍රී ලංකා',
    '葛\u{e0100}城',
    'ᠠ\u180e\u1820',
    '\u0600\u0661',
    '10\u00a0000\u202f€',
    '株式会社\u3000電通',
    'Ünïcode',
  ])('%s is text', (title) => {
    expect(found(TIER.replace('Free', title))).toEqual([]);
  });

  test('are reported in the values and keys of a program', () => {
    const made = { name: 'free', status: 'active', version: '1.0.0', title: 'a\ud800', labels: { '\udc00': 'x' } };
    const { findings } = loadCatalog(new MemorySource({}), {
      documents: [defineTier(made as never)],
      findings: [],
    });
    expect(findings.map(({ code, at }) => [code, at.path])).toEqual([
      ['invalid-character', '/labels/\udc00'],
      ['invalid-character', '/title'],
    ]);
  });
});

test('every sort of secret in a text is named, in one finding', () => {
  const key = `AKIA${'ABCDEFGH12345678'}`;
  const token = `glpat-${'a1B2'.repeat(6)}`;
  expect(found(`${TIER}description: first ${key}, then ${token}, then ${key}\n`)).toEqual([
    '6:14 secret-in-catalog AWS access key and GitLab token are in the catalog, which must not contain secrets',
  ]);
});
