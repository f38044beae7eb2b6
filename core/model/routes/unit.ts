import { PARAMETER } from './shape';
import type { UpstreamPaths } from './upstream-paths';

/** The smallest part of a segment that can have several spellings: a parameter, an encoded character, or a character. */
export type Unit = string;

/** The units of a segment, in order. */
export function unitsOf(segment: string): readonly Unit[] {
  return segment.match(/%[0-9A-F]{2}|./gsu) ?? [];
}

/** Characters that the router does not decode, but upstreams do, by their encoding. Those that cannot occur in a path are omitted. */
const RESERVED = new Map([..."!*'();:@&=+$,?#[]"].map((character) => [encoded(character), character]));

/** A unit as the upstream compares it: encoded characters are decoded, and letters are in lower case if the upstream ignores case. */
export function foldUnit(unit: Unit, { ignoresCase = false }: UpstreamPaths): Unit {
  const character = RESERVED.get(unit) ?? unit;
  return ignoresCase && character.length < 3 ? foldCase(character) : character;
}

/** Every spelling that the upstream considers equal to a folded unit; the first is the unit itself. */
export function spellingsOf(folded: Unit, { ignoresCase = false }: UpstreamPaths): readonly string[] {
  if (folded === PARAMETER) return [folded];
  const cased = ignoresCase ? [folded, ...(caseVariants().get(folded) ?? [])] : [folded];
  const normalized = cased.flatMap((text) => [text, text.normalize('NFC'), text.normalize('NFD')]);
  const code = encoded(folded);
  return [...new Set(RESERVED.has(code) ? [...normalized, code] : normalized)];
}

function encoded(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Lower case by way of upper case, so that a long s, a Kelvin sign and i with or without a dot become the letters they resemble. */
function foldCase(character: string): string {
  if (character === 'İ') return 'i';
  const upper = character.toUpperCase();
  const lower = (isSingle(upper) ? upper : character).toLowerCase();
  return isSingle(lower) ? lower : character;
}

function isSingle(text: string): boolean {
  return [...text].length === 1;
}

/** Letters by their folded form; computed at first use, because that visits every cased letter. */
function caseVariants(): ReadonlyMap<string, readonly string[]> {
  variants ??= allCaseVariants();
  return variants;
}

let variants: ReadonlyMap<string, readonly string[]> | undefined;

const LAST_CASED_LETTER = 0x1e943;

function allCaseVariants(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (let code = 0x41; code <= LAST_CASED_LETTER; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    const folded = foldCase(character);
    if (folded !== character) found.set(folded, [...(found.get(folded) ?? []), character]);
  }
  return found;
}
