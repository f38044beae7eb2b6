// What a reader cannot see, by Unicode's properties: controls, format characters, everything that is ignored where it has no glyph
// (joiners, fillers, variation selectors, tags), line and paragraph separators; and the blank pattern of Braille.
const HIDDEN = String.raw`\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800`;
// What every reader sees otherwise, or nobody at all.
const WITHOUT_MEANING = String.raw`\p{Co}\p{Noncharacter_Code_Point}`;

// Tab and line ends, and format characters that are signs of their own: numbers and verses in Arabic, Syriac and Kaithi.
const SEEN = String.raw`[\t\n\r\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]`;

const UNSEEN = new RegExp(`(?!${SEEN})[${HIDDEN}${WITHOUT_MEANING}]`, 'u');

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

// Where an unseen character changes what is seen: scripts in which letters join, emoji, flags, and forms of Han and Mongolian letters.
const OF_USE = new RegExp(
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

/** The first character of a text that a reader cannot see and that no script needs there; undefined where there is none. */
export function unseenCharacter(text: string): string | undefined {
  // The first search is quick, and nearly every text is done with then.
  return UNSEEN.test(text) ? UNSEEN.exec(text.replace(OF_USE, ''))?.[0] : undefined;
}

/** Whether a character is seen otherwise by every reader, or is none. */
export function isWithoutMeaning(character: string): boolean {
  return new RegExp(`[${WITHOUT_MEANING}]`, 'u').test(character);
}

// Spaces that are not the one of the keyboard. Between two words they are typography; at an end or beside another nobody sees them.
const STRAY_SPACE = /(?! )\p{Zs}(?=$|\s)|(?<=^|\s)(?! )\p{Zs}/u;

/** The first space that is not the usual one and is not between two words; undefined where there is none. */
export function straySpace(text: string): string | undefined {
  return STRAY_SPACE.exec(text)?.[0];
}
