import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { withSeal } from '../../../core/edit/seal-text';

const OLD = `1.0.0:${'a'.repeat(64)}`;
const NEW = `2.0.0:${'b'.repeat(64)}`;
const OLDER = `0.9.0:${'c'.repeat(64)}`;

test.each<[string, string, string]>([
  [
    'after the version',
    'kind: Tier\nname: paid\nversion: 2.0.0 # next\nlimits: {second: 1}\n',
    `kind: Tier\nname: paid\nversion: 2.0.0 # next\nsealed: ${NEW}\nlimits: {second: 1}\n`,
  ],
  [
    'in place of another seal, which becomes the first earlier one',
    `kind: Tier\nname: paid\nversion: 2.0.0\nsealed: ${OLD} # a\n# b\n`,
    `kind: Tier\nname: paid\nversion: 2.0.0\nsealed: ${NEW} # a\nprevious: [${OLD}]\n# b\n`,
  ],
  [
    'before other earlier ones in a list of lines',
    `kind: Tier\nname: paid\nversion: 2.0.0\nsealed: '${OLD}'\nprevious:\n  - ${OLDER} # x\n`,
    `kind: Tier\nname: paid\nversion: 2.0.0\nsealed: '${NEW}'\nprevious:\n  - ${OLD}\n  - ${OLDER} # x\n`,
  ],
  [
    'before other earlier ones on one line',
    `kind: Tier\nname: paid\nversion: 2.0.0\nsealed: ${OLD}\nprevious: [${OLDER}]\n`,
    `kind: Tier\nname: paid\nversion: 2.0.0\nsealed: ${NEW}\nprevious: [${OLD}, ${OLDER}]\n`,
  ],
  [
    'in JSON',
    `{ "kind": "Tier", "name": "paid", "version": "2.0.0" }\n`,
    `{ "kind": "Tier", "name": "paid", "version": "2.0.0", "sealed": "${NEW}" }\n`,
  ],
  [
    'with CRLF',
    'kind: Tier\r\nname: paid\r\nversion: 2.0.0\r\n',
    `kind: Tier\r\nname: paid\r\nversion: 2.0.0\r\nsealed: ${NEW}\r\n`,
  ],
  [
    'in one of several documents',
    `kind: Tier\nname: free\nversion: 1.0.0\n---\nkind: Tier\nname: paid\nversion: 2.0.0`,
    `kind: Tier\nname: free\nversion: 1.0.0\n---\nkind: Tier\nname: paid\nversion: 2.0.0\nsealed: ${NEW}`,
  ],
])('a seal is written %s', (_, text, expected) => {
  expect(withSeal(text, 'paid', NEW, true)).toBe(expected);
});

test('a seal with other dates replaces the one of its version', () => {
  const text = `kind: Tier\nname: paid\nversion: 2.0.0\nsealed: ${OLD}\n`;
  expect(withSeal(text, 'paid', NEW, false)).toBe(text.replace(OLD, NEW));
});

test('a text without the tier is not edited', () => {
  expect(withSeal('kind: Tier\nname: free\nversion: 2.0.0\n', 'paid', NEW, true)).toBeUndefined();
});

/** A field of a document as lines, with comments and blank lines before it and a comment after its first line. */
const fieldOf = (...forms: readonly string[]) =>
  fc
    .tuple(
      fc.array(fc.constantFrom('', '# sealed: 1.0.0', '#', '# version: 9 ä€', '    # indented')),
      fc.constantFrom(...forms),
      fc.constantFrom('', ' # a comment', '  # sealed: no', ' # "quoted\'', '   '),
    )
    .map(([before, form, comment]) => {
      const [first = '', ...others] = form.split('\n');
      return [...before, first.endsWith('|') || first.endsWith('>-') ? first : first + comment, ...others];
    });

const sealField = fieldOf(`sealed: ${OLD}`, `sealed: '${OLD}'`, `sealed: "${OLD}"`, `"sealed": ${OLD}`);
const previousField = fieldOf(
  `previous: [${OLDER}]`,
  `previous: [ '${OLDER}', 0.8.0:${'d'.repeat(64)} ]`,
  `previous:\n- ${OLDER}\n# between\n- 0.8.0:${'d'.repeat(64)}`,
  `previous:\n    - "${OLDER}" # first\n    -   0.8.0:${'d'.repeat(64)}`,
);
const otherFields = fc.tuple(
  fieldOf('kind: Tier', 'kind: "Tier"'),
  fieldOf('name: paid', "name: 'paid'"),
  fieldOf('version: 2.0.0', 'version: "2.0.0"', "'version': 2.0.0"),
  fieldOf('title: Paid', 'title: "sealed: 1.0.0"'),
  fieldOf('limits: { second: 1 }', 'limits:\n  # a limit\n  second: 1', 'limits: {\n  second: 1\n  }'),
  fieldOf('description: |\n  version: 1\n\n  sealed: 2', 'description: >-\n  previous: [a]', 'description: ö'),
);

/** The lines of a Tier document, in any order of its fields. */
const documentOf = fc
  .tuple(otherFields, fc.option(sealField), fc.option(previousField))
  .chain(([others, sealed, previous]) => {
    const fields = [...others, ...(sealed ? [sealed] : []), ...(previous ? [previous] : [])];
    return fc.shuffledSubarray(fields, { minLength: fields.length, maxLength: fields.length });
  })
  .map((fields) => fields.flat());

/** The text of a file with that document among others. */
const texts = fc
  .tuple(
    documentOf,
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom<readonly string[]>(
      [],
      ['# yaml-language-server: $schema=x'],
      ['---'],
      ['kind: Tier', 'name: free', '---'],
    ),
    fc.constantFrom<readonly string[]>([], [''], ['---', 'kind: Tier', 'name: free', 'version: 1.0.0'], ['...', '']),
  )
  .map(([lines, end, before, after]) => [...before, ...lines, ...after].join(end));

test('a seal that is removed again leaves the text as it was, whatever comments, quotes, line ends and order it has', () => {
  fc.assert(
    fc.property(texts, fc.boolean(), (text, keepsReplaced) => {
      const edited = withSeal(text, 'paid', NEW, keepsReplaced);
      expect(edited).toBeDefined();
      expect(parseAllDocuments(edited ?? '').flatMap(({ errors }) => errors)).toEqual([]);
      expect(withoutSeal(edited ?? '', text)).toBe(text);
    }),
    { numRuns: 500 },
  );
});

/** Takes the new seal out of a text, and puts back the one that it replaced. */
function withoutSeal(edited: string, original: string): string {
  const end = original.includes('\r\n') ? '\r\n' : '\n';
  if (!new RegExp(`^"?sealed"?: ["']?${OLD}`, 'm').test(original)) return edited.replace(`${end}sealed: ${NEW}`, '');
  const previous = [
    `${end}previous: [${OLD}]`,
    new RegExp(`["']?${OLD}["']?, `),
    new RegExp(`^ *- +["']?${OLD}["']?\r?\n`, 'm'),
  ];
  const restored = previous.reduce<string>((text, one) => text.replace(one, ''), edited);
  return restored.replace(NEW, OLD);
}
