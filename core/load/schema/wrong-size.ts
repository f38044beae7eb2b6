import type { Json, Path } from '../../model';
import { name } from './field-name';
import { like } from './like';
import type { PlacedError } from './placed-error';
import type { SchemaError } from './schema-error';

/**
 * A text, list or map that is too long.
 * @param found its size with the unit: `70 characters`
 */
export function tooLong(path: Path, found: string, limit: unknown): SchemaError {
  const message = `${name(path)} has ${found}; at most ${limit} are allowed`;
  return { code: 'too-long', message, hint: 'shorten it', path, part: 'value' };
}

/** A text, list or map that is too short. */
export function tooShort({ error, path, near, isRequired }: PlacedError): SchemaError {
  const example = near.examples?.[0];
  const limit = Number(error.params.limit);
  const [one, several] = UNITS[error.keyword] ?? ['', ''];
  const found = sizeOf(error.data as Json);
  const has = found === 0 ? 'is empty' : `has ${found} ${found === 1 ? one : several}`;
  const message = `${name(path)} ${has}; at least ${limit} ${limit === 1 ? `${one} is` : `${several} are`} required`;
  const what = typeof path.at(-1) === 'number' ? 'item' : 'field';
  const fill = example === undefined ? 'fill it' : like(example);
  const hint = isRequired() ? fill : `${fill}${example === undefined ? '' : ','} or remove the ${what}`;
  return { code: 'too-short', message, hint, path, part: 'value' };
}

function sizeOf(value: Json): number {
  return typeof value === 'string' ? value.length : Object.keys(value as object).length;
}

const UNITS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  minLength: ['character', 'characters'],
  minItems: ['item', 'items'],
  minProperties: ['entry', 'entries'],
};
