// Invisible characters, by Unicode's properties: controls, format characters, default ignorables (joiners, fillers, variation
// selectors, tags), line and paragraph separators; and the blank pattern of Braille.
const HIDDEN = String.raw`\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800`;
// Characters for private use, and unassigned ones.
const WITHOUT_MEANING = String.raw`\p{Co}\p{Noncharacter_Code_Point}`;

// Tab and line ends, and format characters that are visible: numbers and verses in Arabic, Syriac and Kaithi.
const SEEN = String.raw`[\t\n\r\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]`;

const INVISIBLE = new RegExp(`(?!${SEEN})[${HIDDEN}${WITHOUT_MEANING}]`, 'u');

const JOINING = ['Arab', 'Syrc', 'Mand', 'Nkoo', 'Adlm', 'Rohg', 'Mong', 'Phag'];
const INDIC = [
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Khmr',
  'Mymr',
  'Tibt',
  'Lana',
];
const scripts = (names: readonly string[]) => `[${names.map((name) => String.raw`\p{Script=${name}}`).join('')}\\p{M}]`;

// Where an invisible character changes visible ones: scripts with joining letters, emoji, flags, variants of Han and Mongolian letters.
const NEEDED = new RegExp(
  [
    String.raw`(?<=${scripts(JOINING)})[\u200c\u200d](?=${scripts(JOINING)})`,
    String.raw`(?<=${scripts(INDIC)})[\u200c\u200d](?![\u200c\u200d])`,
    String.raw`(?<=\p{Extended_Pictographic}[\ufe0e\ufe0f]?\p{Emoji_Modifier}?)\u200d(?=\p{Extended_Pictographic})`,
    String.raw`(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)`,
    String.raw`(?<=\u{1f3f4})[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`,
    String.raw`(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
    String.raw`(?<=\p{Script=Mongolian})[\u180b-\u180f](?=\p{Script=Mongolian}|$)`,
  ].join('|'),
  'gu',
);

/** The first invisible character of a text that no script needs there; undefined if there is none. */
export function invisibleCharacter(text: string): string | undefined {
  // Fast for nearly every text.
  return INVISIBLE.test(text) ? INVISIBLE.exec(text.replace(NEEDED, ''))?.[0] : undefined;
}

/** Whether a character is for private use or unassigned. */
export function isWithoutMeaning(character: string): boolean {
  return new RegExp(`[${WITHOUT_MEANING}]`, 'u').test(character);
}

// Spaces other than the usual one. They are typography between two words, but invisible at an end or next to another space.
const STRAY_SPACE = /(?! )\p{Zs}(?=$|\s)|(?<=^|\s)(?! )\p{Zs}/u;

/** The first unusual space that is not between two words; undefined if there is none. */
export function straySpace(text: string): string | undefined {
  return STRAY_SPACE.exec(text)?.[0];
}
