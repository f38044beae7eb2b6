import { literalPattern, refusedPattern } from './literal-pattern';
import { parameterPattern } from './parameter-pattern';
import { PARAMETER } from './shape';
import { foldUnit, spellingsOf, type Unit, unitsOf } from './unit';
import type { UpstreamPaths } from './upstream-paths';

/** A segment as the upstream compares it. */
export function foldSegment(segment: string, upstreamPaths: UpstreamPaths): string {
  const folded = unitsOf(segment)
    .map((unit) => foldUnit(unit, upstreamPaths))
    .join('');
  return upstreamPaths.matrixParameters ? folded.replace(/;.*$/s, '') : folded;
}

/** A pattern for exactly this spelling of a segment. */
export function exactPattern(segment: string, upstreamPaths: UpstreamPaths): string {
  const units = unitsOf(segment);
  return units.map((unit, index) => exactUnit(unit, index === units.length - 1, upstreamPaths)).join('');
}

/** A pattern for every spelling that the upstream considers equal to a segment. */
export function anyPattern(segment: string, upstreamPaths: UpstreamPaths): string {
  const units = unitsOf(foldSegment(segment, upstreamPaths));
  const pattern = units.map((unit, index) => anyUnit(unit, index === units.length - 1, upstreamPaths)).join('');
  return `${pattern}${isMatrixDropped(segment, upstreamPaths) ? `(?:${MATRIX_SUFFIX})?` : ''}`;
}

/**
 * A pattern for the spellings that the upstream considers equal to a segment, except the segment's own; undefined if there are none.
 * Text with several parameters (`{a}x{b}`) can match both ways, and is then refused.
 */
export function otherPattern(segment: string, upstreamPaths: UpstreamPaths): string | undefined {
  const units = unitsOf(segment);
  let any = '';
  let other: string | undefined;
  for (const [index, unit] of [...units.entries()].reverse()) {
    const isLast = index === units.length - 1;
    const spellings = otherSpellings(unit, upstreamPaths);
    const exact = exactUnit(unit, isLast, upstreamPaths);
    const alternatives = [
      ...(spellings.length > 0 ? [`${oneOf(spellings)}${any}`] : []),
      ...(other === undefined ? [] : [`${exact}${other}`]),
    ];
    other =
      alternatives.length === 0
        ? undefined
        : alternatives.length === 1
          ? alternatives[0]
          : `(?:${alternatives.join('|')})`;
    any = `${anyUnit(foldUnit(unit, upstreamPaths), isLast, upstreamPaths)}${any}`;
  }
  if (!isMatrixDropped(segment, upstreamPaths)) return other;
  const dropped = `${any}${MATRIX_SUFFIX}`;
  return other === undefined ? dropped : `(?:${other}|${dropped})`;
}

/** Matrix parameters after literal text, which upstreams that support them drop. */
const MATRIX_SUFFIX = '(?:;|%3B)[^/]*';

/** Whether matrix parameters may follow a segment. After a path parameter they are part of its match. */
function isMatrixDropped(segment: string, { matrixParameters = false }: UpstreamPaths): boolean {
  return matrixParameters && segment !== '' && !segment.endsWith(PARAMETER);
}

function exactUnit(unit: Unit, isLast: boolean, upstreamPaths: UpstreamPaths): string {
  return unit === PARAMETER ? parameterPattern(upstreamPaths, isLast) : literalPattern(unit);
}

function anyUnit(folded: Unit, isLast: boolean, upstreamPaths: UpstreamPaths): string {
  return folded === PARAMETER ? parameterPattern(upstreamPaths, isLast) : oneOf(spellingsOf(folded, upstreamPaths));
}

function otherSpellings(unit: Unit, upstreamPaths: UpstreamPaths): readonly string[] {
  return spellingsOf(foldUnit(unit, upstreamPaths), upstreamPaths).filter((spelling) => spelling !== unit);
}

function oneOf(texts: readonly string[]): string {
  const escaped = texts.map(refusedPattern);
  if (escaped.length === 1) return escaped[0] ?? '';
  return texts.every((text) => /^[A-Za-z0-9]$/.test(text)) ? `[${texts.join('')}]` : `(?:${escaped.join('|')})`;
}
