import { MAX_DEPTH, MAX_DIRECTIVES, MAX_DOCUMENTS, MAX_TOKENS, MAX_VALUES } from '../../../../core/load/yaml/bounds';
import { Lines } from '../../../../core/load/yaml/lines';
import { Locator } from '../../../../core/load/yaml/marks';
import { readYaml } from '../../../../core/load/yaml/read';
import { decodeText } from '../../../../core/load/yaml/text';

/** The value of the only document of a text that has no problems. */
function plainOf(text: string): unknown {
  const { documents, stopped } = readYaml(text);
  expect(stopped).toBeUndefined();
  expect(documents.map(({ problems }) => problems)).toEqual([[]]);
  return documents[0]?.value;
}

/** Problems as `line:column code message`. */
function problemsOf(text: string): readonly string[] {
  const { documents, stopped } = readYaml(text);
  const lines = new Lines(text);
  return [...documents.flatMap(({ problems }) => problems), ...(stopped ? [stopped] : [])].map(
    ({ code, message, start, end }) => {
      const { line, column } = lines.place(start, end);
      return `${line}:${column} ${code} ${message}`;
    },
  );
}

describe('parsing a value:', () => {
  test.each([
    ['text', 'a: some text', { a: 'some text' }],
    ['numbers', 'a: [1, -2, 3.5, 1e3, 0x1f, 0o17]', { a: [1, -2, 3.5, 1000, 31, 15] }],
    ['true, false and nothing', 'a: [true, False, null, ~]\nb:', { a: [true, false, null, null], b: null }],
    ['yes, no, on and off are text', 'a: [yes, no, on, off, y, n]', { a: ['yes', 'no', 'on', 'off', 'y', 'n'] }],
    ['days are text', 'a: 2026-10-01', { a: '2026-10-01' }],
    ['times are text', 'a: 12:30:45', { a: '12:30:45' }],
    ['a base 60 number of YAML 1.1 is text', 'a: 190:20:30', { a: '190:20:30' }],
    ['quoted numbers are text', "a: '3.10'", { a: '3.10' }],
    ['three dotted numbers are text', 'a: 2.1.0', { a: '2.1.0' }],
    ['block text', 'a: |\n  x\n  y\nb: >-\n  x\n  y\n', { a: 'x\ny\n', b: 'x y' }],
    ['a standard tag that fits', 'a: !!str 3.9', { a: '3.9' }],
    ['an alias', 'a: &x { b: [1] }\nc: *x\nd: [*x]', { a: { b: [1] }, c: { b: [1] }, d: [{ b: [1] }] }],
    ['the last anchor of a name counts', 'a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
    [
      'keys of what every object inherits',
      'constructor: 1\ntoString: 2\nvalueOf: 3\nhasOwnProperty: 4',
      { constructor: 1, toString: 2, valueOf: 3, hasOwnProperty: 4 },
    ],
    ['quoted numbers as keys, in any order', "b: 1\n'10': 2\n'9': 3\na: 4", { b: 1, '10': 2, '9': 3, a: 4 }],
  ])('%s', (_, text, value) => {
    expect(plainOf(text)).toEqual(value);
  });

  test('have no inherited properties, so a name like constructor exists only if the text contains it', () => {
    const value = plainOf('a: 1') as Record<string, unknown>;
    expect(value.constructor).toBeUndefined();
    expect(value.toString).toBeUndefined();
  });

  test('are deeply frozen', () => {
    const value = plainOf('a: { b: [{ c: 1 }] }') as { a: { b: { c: number }[] } };
    expect([value, value.a, value.a.b, value.a.b[0]].every(Object.isFrozen)).toBe(true);
  });

  test('of several documents in one file are distinguished', () => {
    const { documents } = readYaml('a: 1\n---\n---\n# nothing\n---\nb: 2\n...\n---\nc: 3\n');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
  });

  test('can be stored and loaded with their positions', () => {
    const text = 'a: [1, { b: x }]\n';
    const file = readYaml(text);
    const again = JSON.parse(JSON.stringify(file)) as typeof file;
    expect(again).toEqual(file);
    const [document] = again.documents;
    expect(document && new Locator(document.marks, document.value).at(['a', 1, 'b'])).toEqual({
      key: [9, 10],
      value: [12, 13],
    });
  });
});

describe('positions', () => {
  const TEXT = `# a catalog
kind: Tier
"na\\u006de":   'free'
limits: { second: 20,
          minute: 600 }
10: x
list:
  - a: 1
  - &anchor
    b: 2
  - *anchor
text: |
  line
`;
  const [document] = readYaml(TEXT).documents;
  const lines = new Lines(TEXT);
  const at = (path: (string | number)[], part: 'key' | 'value' = 'value') => {
    if (!document) throw new Error('no document');
    const mark = new Locator(document.marks, document.value).at(path);
    const [start, end] = part === 'key' ? (mark.key ?? [0, 0]) : mark.value;
    const { line, column, length } = lines.place(start, end);
    return `${line}:${column}+${length}`;
  };

  test.each([
    ['of a value', ['kind'], '2:7+4', '2:1+4'],
    ['of a key that is written with an escape', ['name'], '3:16+6', '3:1+11'],
    ['of a value inside brackets', ['limits', 'minute'], '5:19+3', '5:11+6'],
    ['of a value over two lines ends with the first', ['limits'], '4:9+13', '4:1+6'],
    ['of a key that JavaScript lists first', ['10'], '6:5+1', '6:1+2'],
    ['of an item', ['list', 0], '8:5+4', '0:0'],
    ['behind an anchor', ['list', 1, 'b'], '10:8+1', '10:5+1'],
    ['behind an alias are those of the anchor', ['list', 2, 'b'], '10:8+1', '10:5+1'],
    ['of block text begin at its sign', ['text'], '12:7+1', '12:1+4'],
    ['of what is not there are those of the nearest above', ['limits', 'hour', 0], '4:9+13', '4:1+6'],
    ['of a list item that is not there', ['list', 9], '8:3+6', '7:1+4'],
  ] as const)('%s', (_, path, value, key) => {
    expect(at([...path])).toBe(value);
    if (key !== '0:0') expect(at([...path], 'key')).toBe(key);
  });

  test('count lines that end with carriage return and line feed', () => {
    expect(new Lines('a: 1\r\nb: 22\r\n').place(9, 11)).toEqual({ line: 2, column: 4, length: 2 });
  });

  test('at the end of a text are within the text', () => {
    expect(new Lines('a:\n').place(3, 4)).toEqual({ line: 2, column: 1, length: 1 });
    expect(new Lines('').place(5, 9)).toEqual({ line: 1, column: 1, length: 1 });
  });
});

describe('reports', () => {
  test.each([
    [
      'a key that appears twice',
      'a: 1\nb: { c: 1, c: 2 }\na: 3\n',
      ["2:12 duplicate-key key 'c' appears twice in one map", "3:1 duplicate-key key 'a' appears twice in one map"],
    ],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['2:1 yaml-indentation line is indented with a tab']],
    ['indentation that fits nothing', 'a:\n    b: 1\n  c: 2\n', [expect.stringMatching(/^3:\d+ yaml-indentation /)]],
    ['a merge key', 'a: &x { b: 1 }\nc:\n  <<: *x\n', ["3:3 yaml-merge merge key '<<' is not part of YAML 1.2"]],
    [
      'a tag that runs code elsewhere',
      "a: !!js/function 'x'\n",
      ['1:4 yaml-tag tag is unknown, or does not match the type of the value'],
    ],
    [
      'a tag of ones own',
      'a: !secret x\nb: !include y\n',
      [expect.stringMatching(/^1:4 yaml-tag/), expect.stringMatching(/^2:4 yaml-tag/)],
    ],
    ['a tag on a map', 'a: !!omap [b: 1]\n', [expect.stringMatching(/^1:4 yaml-tag/)]],
    ['binary data', 'a: !!binary aGVsbG8=\n', [expect.stringMatching(/^1:4 yaml-tag/)]],
    ['a number as key', 'a: { 1: x }\n', ['1:6 yaml-key key 1 is not a string; keys must be strings']],
    ['true as key', 'true: x\n', ['1:1 yaml-key key true is not a string; keys must be strings']],
    ['an empty key', ': x\n', ['1:1 yaml-key empty key is not a string; keys must be strings']],
    ['a list as key', '? [a]\n: x\n', ['1:3 yaml-key keys must be strings']],
    ['a key of all prototypes', '__proto__: { a: 1 }\n', ["1:1 yaml-key key '__proto__' is not allowed"]],
    ['a number without end', 'a: .inf\n', ['1:4 yaml-number number .inf is not finite']],
    ['no number', 'a: .nan\n', ['1:4 yaml-number number .nan is not finite']],
    ['an alias without anchor', 'a: *x\n', ["1:4 yaml-alias alias '*x' refers to an anchor that does not exist"]],
    [
      'an alias in front of its anchor',
      'a: *x\nb: &x 1\n',
      ["1:4 yaml-alias alias '*x' refers to an anchor that does not exist"],
    ],
    [
      'an alias inside its own value',
      'a: &x [*x]\n',
      ["1:8 yaml-alias alias '*x' is inside the value that it refers to"],
    ],
    [
      'an old version of YAML',
      '%YAML 1.1\n---\na: yes\n',
      [expect.stringMatching(/^1:1 yaml-directive document requires YAML 1.1/)],
    ],
    ['an unknown directive', '%X y\n---\na: b\n', [expect.stringMatching(/^1:1 yaml-directive directive is unknown/)]],
    ['a quote that is not closed', 'a: "b\nc: d\n', ['1:4 yaml-syntax quote is not closed']],
    ['a single quote that is not closed', "b: 'x'\na: 'b\n", ['2:4 yaml-syntax quote is not closed']],
    [
      'a bracket that is not closed',
      'a: [b, [c], "d"\ne: f\n',
      ['1:4 yaml-syntax bracket is not closed, or is closed on a line that is not indented'],
    ],
    [
      'a brace that is not closed',
      'a: { b: { c: d }\n',
      ['1:4 yaml-syntax bracket is not closed, or is closed on a line that is not indented'],
    ],
    [
      'a line that is indented too far',
      'a: b\nc: d\n e: f\ng: h\n',
      [
        '3:2 yaml-indentation line starts in column 2, but the entry above it starts in column 1 and already has a value',
      ],
    ],
    [
      'a line in a list that is indented too far',
      '- a: b\n   c: d\n',
      [
        '2:4 yaml-indentation line starts in column 4, but the entry above it starts in column 3 and already has a value',
      ],
    ],
    [
      'two colons on one line',
      'a: b: c\nb: 1\n',
      ["1:4 yaml-syntax value contains ': ', which starts another map on the same line"],
    ],
    ['a line without a colon', 'a: b\nc\n', ["2:1 yaml-syntax line has no ': ' after a key"]],
    ['a text that starts with @', 'a: @b\n', ['1:4 yaml-syntax unquoted text cannot start with this character']],
    ['an unknown escape', 'a: "\\q"\n', ['1:5 yaml-syntax escape sequence in double quotes is unknown']],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test.each([
    [
      'a line that is indented too little',
      'a:\n  b: 1\n c: 2\nd:\n  e: 3\n',
      '3:2 yaml-indentation line starts in column 2, but no line above it does; start it in column 1 or 3, like the lines above',
    ],
    [
      'a line of a list item that is indented too little',
      'a:\n  - b: x\n   c: y\n    d: z\n  - b: y\n    c: t\n',
      '3:4 yaml-indentation line starts in column 4, but no line above it does; start it in column 3 or 5, like the lines above',
    ],
    [
      'a list item that is indented too little',
      'a:\n  - b: x\n    c: y\n - b: y\n    c: t\nd: 1\n',
      '4:2 yaml-indentation list item starts in column 2, but no line above it does; start it in column 1 or 3, like the lines above',
    ],
    [
      'a list item without its dash',
      'a:\n  - b: x\n    c: y\n  b: y\n    c: t\nd: 1\n',
      "4:3 yaml-syntax line starts in the column of list items but has no '-'; write '- ' before it, or indent it to column 5",
    ],
    [
      'a list item without a space after its dash',
      'a:\n  -b: x\n    c: y\n  - b: y\n    c: t\nd: 1\n',
      "2:3 yaml-syntax a space is missing after '-'; start a list item with '- '",
    ],
    [
      'a second list item that is indented like the fields of the first',
      'a:\n  - b: x\n    c: y\n    b: y\n    c: t\n',
      "4:5 duplicate-key keys 'b', 'c' appear twice in one map; remove one of them, or start a new list item with '- '",
    ],
    [
      'tabs on several lines',
      'a:\n\tb: 1\n\tc: 2\n\td: 3\ne: 1\n',
      '2:1 yaml-indentation line is indented with a tab; use spaces',
    ],
    [
      'one tab between spaces',
      'a:\n  b: 1\n\tc: 2\n  d: 3\n',
      '3:1 yaml-indentation line is indented with a tab; use spaces',
    ],
    [
      'a second line of a quoted text without indentation',
      "a: 'some text\nsecond line'\nb: 1\nc: 'x'\n",
      '2:1 yaml-indentation quoted text continues on a line that is not indented; indent the line by 2 spaces',
    ],
    [
      'a second line of a text in double quotes without indentation',
      'a:\n  b: "some text\n  second line"\nc: 1\n',
      '3:1 yaml-indentation quoted text continues on a line that is not indented; indent the line by 4 spaces',
    ],
    [
      'a quote that is not closed, before lines with other quotes',
      "a: 'b\nc: 'd'\ne: 'f'\n",
      '1:4 yaml-syntax quote is not closed; close it with the same quote at the end of the value',
    ],
    [
      'a quote that is not closed inside brackets',
      "a: { b: ['c], d: 1 }\ne: 'f'\n",
      '1:10 yaml-syntax quote is not closed; close it with the same quote at the end of the value',
    ],
    [
      'an apostrophe in single quotes',
      "a: 'it's'\nb: 'x'\n",
      "1:8 yaml-syntax text follows the closing quote; write '' for an apostrophe inside single quotes, or remove what follows the quote",
    ],
    [
      'a brace that is not opened',
      'a: b: 1, c: 2 }\nd: 1\n',
      "1:4 yaml-syntax value ends with '}', but no bracket is open; add the opening bracket, or remove this one",
    ],
    [
      'a bracket too many',
      'a: [b]]\nc: [d]\n',
      "1:7 yaml-syntax ']' closes a bracket that is not open; add the opening bracket, or remove this one",
    ],
    [
      'a comma that is missing in braces',
      "a: { b: 'x' c: 'y' }\nd: 1\n",
      "1:9 yaml-syntax entry inside { } or [ ] contains another ': ', or a block map or list; separate two entries with a comma, or quote the value",
    ],
    [
      'a comma too many in braces',
      'a: { b: x, , c: y }\n',
      '1:12 yaml-syntax comma has no entry before it; remove the comma, or add the missing entry',
    ],
    [
      'no space after a colon, before a line that is indented',
      'a:\n  second:20\n  minute: 600\n',
      "2:9 yaml-syntax a space is missing after ':'; write 'key: value'",
    ],
    [
      'a dash in a value',
      'a: - b\nc: d\n',
      "1:4 yaml-syntax list item starts on the line of its key, after ': '; start the list on a new line, write it in '[ ]', or quote the value",
    ],
    [
      'a text of several words that starts with *',
      'a: *some text\nb: *some text\n',
      "1:4 yaml-alias alias '*some' refers to an anchor that does not exist; write the value out, quote it if '*' is part of it, or add '&some' to the value that it refers to",
    ],
    [
      'an anchor that is gone',
      'a: 1\nb: *x\nc: *x\nd: *x\n',
      "2:4 yaml-alias alias '*x' refers to an anchor that does not exist; write the value out, quote it if '*' is part of it, or add '&x' to the value that it refers to",
    ],
  ])('of %s: one, with an edit that can be made', (_, text, expected) => {
    const lines = new Lines(text);
    const found = readYaml(text).documents.flatMap(({ problems }) => problems);
    expect(
      found.map(({ code, message, hint, start, end }) => {
        const { line, column } = lines.place(start, end);
        return `${line}:${column} ${code} ${message}; ${hint}`;
      }),
    ).toEqual([expected]);
  });

  test('a missing --- causes one problem and two documents', () => {
    const { documents } = readYaml('kind: Tier\nname: a\ntitle: A\nkind: Tier\nname: b\ntitle: B\nstatus: draft\n');
    expect(documents.map(({ value }) => value)).toEqual([
      { kind: 'Tier', name: 'a', title: 'A' },
      { kind: 'Tier', name: 'b', title: 'B', status: 'draft' },
    ]);
    expect(documents.map(({ problems }) => problems.map(({ hint }) => hint))).toEqual([
      [],
      ["write '---' on a line of its own before it"],
    ]);
  });

  test('a repeated kind does not start a second document', () => {
    const { documents } = readYaml('kind: Tier\nkind: Tier\nname: b\nname: b\n');
    expect(documents.map(({ problems }) => problems.map(({ message }) => message))).toEqual([
      ["keys 'kind', 'name' appear twice in one map"],
    ]);
  });

  test('of one document do not affect others', () => {
    const { documents } = readYaml('a: 1\n---\nb: "\\q"\n---\nc: 3\n');
    expect(documents.map(({ problems }) => problems.length)).toEqual([0, 1, 0]);
  });

  test('never quote the text', () => {
    const hidden = 'hunter2hunter2';
    for (const text of [
      `a: ${hidden}: x`,
      `a: "${hidden}`,
      `@${hidden}`,
      `a: b\n ${hidden}`,
      `- a\n${hidden}`,
      `a: !${hidden} x`,
      `a: [${hidden}`,
      `]${hidden}`,
    ])
      expect(JSON.stringify(problemsOf(text))).not.toContain(hidden);
  });

  test('are limited in number for one document', () => {
    expect(problemsOf(Array.from({ length: 500 }, (_, index) => `- *x${index}`).join('\n'))).toHaveLength(10);
  });
});

describe('encodings', () => {
  const decode = (...bytes: number[]) => decodeText(Uint8Array.from(bytes));
  const ascii = (text: string) => [...Buffer.from(text)];

  test('ignores a byte order mark and does not count it as a column', () => {
    expect(decode(0xef, 0xbb, 0xbf, ...ascii('a: 1'))).toEqual({ text: 'a: 1', problems: [] });
  });

  test('accepts characters outside ASCII', () => {
    expect(decodeText(Buffer.from('title: Ünïcode 😀 \u2028'))).toMatchObject({ problems: [] });
  });

  test.each([
    ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0], 'UTF-16'],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x61], 'UTF-16'],
    ['UTF-16 without a mark', [0x61, 0, 0x3a, 0], 'UTF-16'],
    ['a byte of Latin-1', [...ascii('a: caf'), 0xe9], 'byte 0xe9 is not UTF-8'],
    ['half a character at the end', [...ascii('a: '), 0xc3], 'byte 0xc3 is not UTF-8'],
    ['a surrogate', [...ascii('a: '), 0xed, 0xa0, 0x80], 'byte 0xed is not UTF-8'],
    ['an overlong slash', [...ascii('a: '), 0xc0, 0xaf], 'byte 0xc0 is not UTF-8'],
  ])('%s is refused', (_, bytes, message) => {
    expect(decode(...bytes).problems).toMatchObject([
      { code: 'invalid-encoding', message: expect.stringContaining(message) },
    ]);
  });

  test('finds the position of an invalid byte after replacement characters in the file', () => {
    const { text, problems } = decode(...Buffer.from('a: \ufffd\nb: '), 0xff);
    expect(new Lines(text).place(problems[0]?.start ?? 0, problems[0]?.end ?? 0)).toMatchObject({ line: 2, column: 4 });
  });

  test.each([
    ['NUL', 'a: b\0', 'U+0000', 4],
    ['escape', 'a: \u001b[31m', 'U+001B', 3],
    ['delete', 'a: \u007f', 'U+007F', 3],
    ['a C1 control', 'a: \u0090', 'U+0090', 3],
    ['no character', 'a: \uffff', 'U+FFFF', 3],
    ['a change of direction', 'a: \u202eb', 'U+202E', 3],
    ['an isolate', 'a: b \u2067', 'U+2067', 5],
  ])('rejects %s at its position', (_, text, name, start) => {
    expect(decodeText(Buffer.from(text)).problems).toMatchObject([
      { code: 'invalid-character', message: expect.stringContaining(name), start },
    ]);
  });

  test('rejects a carriage return without a line feed', () => {
    expect(decodeText(Buffer.from('a: 1\rb: 2\r\n')).problems).toMatchObject([{ code: 'invalid-character', start: 4 }]);
  });
});

describe('bounds', () => {
  const counts = (text: string) => {
    const { documents, stopped } = readYaml(text);
    return {
      documents: documents.length,
      stopped: stopped?.code,
      codes: documents.flatMap(({ problems }) => problems.map(({ code }) => code)),
    };
  };

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['dashes on one line', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['indentation', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('nesting by %s stops reading', (_, text) => {
    expect(counts(text)).toEqual({ documents: 0, stopped: 'nested-too-deep', codes: [] });
  });

  test('nesting up to the limit is read', () => {
    const depth = MAX_DEPTH - 2;
    expect(plainOf('['.repeat(depth) + ']'.repeat(depth))).toBeInstanceOf(Array);
  });

  test('nesting by aliases is detected', () => {
    const text = `a0: &a0 ${'['.repeat(60)}${']'.repeat(60)}\na1: ${'['.repeat(60)}*a0${']'.repeat(60)}\n`;
    expect(counts(text)).toMatchObject({ codes: ['nested-too-deep'] });
  });

  test('detects exploding aliases within the limit', () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}*a${index}]`,
    );
    const { documents } = readYaml(`a0: &a0 [x, x, x]\n${lines.join('\n')}\n`);
    expect(documents[0]?.problems.map(({ code }) => code)).toEqual(['file-too-large']);
    expect(documents[0]?.marks.length).toBeLessThan(5 * (MAX_VALUES + 1_000));
  });

  test('many tokens stop reading', () => {
    expect(counts('- a\n'.repeat(MAX_TOKENS))).toMatchObject({ stopped: 'file-too-large' });
    expect(counts(`a: [${','.repeat(MAX_TOKENS)}`)).toMatchObject({ stopped: 'file-too-large' });
  });

  test('many documents stop reading', () => {
    expect(counts('--- a\n'.repeat(MAX_DOCUMENTS + 10))).toMatchObject({
      documents: MAX_DOCUMENTS + 1,
      stopped: 'file-too-large',
    });
  });

  test('many directives stop reading', () => {
    expect(counts('%X\n'.repeat(MAX_DIRECTIVES + 10))).toMatchObject({ stopped: 'yaml-directive' });
  });

  test.each([
    ['one value', `a: ${'x'.repeat(4_000_000)}`],
    ['one quoted value', `a: "${'\\u0041'.repeat(600_000)}"`],
    ['spaces', `a: b${' '.repeat(4_000_000)}`],
    ['one comment', `a: b #${'x'.repeat(4_000_000)}`],
    ['quotes', `a: '${"''".repeat(2_000_000)}'`],
    ['backslashes', `a: "${'\\\\'.repeat(2_000_000)}"`],
  ])('a line of megabytes with %s is read', (_, text) => {
    expect(counts(text)).toEqual({ documents: 1, stopped: undefined, codes: [] });
  });

  test('a key of megabytes is one problem', () => {
    expect(counts(`${'x'.repeat(4_000_000)}: a`)).toEqual({ documents: 1, stopped: undefined, codes: ['yaml-syntax'] });
  });
});
