import { PARAMETER } from './shape';
import { unitsOf } from './unit';

/**
 * Segments of a path as words of an address, different for different paths: `/items/{id}:end` is `items`, `--p--3aend`. What is no
 * letter, digit or single hyphen becomes `--` and its bytes in hexadecimal.
 */
export function pathWords(segments: readonly string[]): readonly string[] {
  return segments.map((segment) => {
    const units = unitsOf(segment);
    const isPlain = (index: number) => /^[a-z0-9]$/.test(units[index] ?? '');
    const words = units.map((unit, index) => {
      if (isPlain(index) || (unit === '-' && isPlain(index - 1) && isPlain(index + 1))) return unit;
      return unit === PARAMETER ? '--p' : [...Buffer.from(unit)].map((byte) => `--${hex(byte)}`).join('');
    });
    return words.join('') || '-';
  });
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
