import { PARAMETER } from './shape';
import { unitsOf } from './unit';

/**
 * The segments of a path in a form that addresses allow, distinct for distinct paths: `/items/{id}:end` becomes `items`, `--p--3aend`.
 * A character that is not a letter, a digit or a single hyphen becomes `--` and its bytes in hexadecimal.
 */
export function addressSegments(segments: readonly string[]): readonly string[] {
  return segments.map((segment) => {
    const units = unitsOf(segment);
    const isPlain = (index: number) => /^[a-z0-9]$/.test(units[index] ?? '');
    const encoded = units.map((unit, index) => {
      if (isPlain(index) || (unit === '-' && isPlain(index - 1) && isPlain(index + 1))) return unit;
      return unit === PARAMETER ? '--p' : [...Buffer.from(unit)].map((byte) => `--${hex(byte)}`).join('');
    });
    return encoded.join('') || '-';
  });
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
