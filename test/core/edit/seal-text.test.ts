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
