import { cut, shown } from '../../model/messages/shown';
import { name } from './field-name';
import type { PlacedError } from './placed-error';
import type { SchemaError } from './schema-error';

/** A number below or above the limits of its field. */
export function outOfRange({ document, error, path }: PlacedError): SchemaError {
  const { type, minimum, maximum } = error.parentSchema as { type?: string; minimum?: number; maximum?: number };
  const range = [minimum === undefined ? '' : `at least ${minimum}`, maximum === undefined ? '' : `at most ${maximum}`];
  const allowed = range.filter((word) => word !== '').join(' and ');
  const message = `${name(path)} is ${written(error.data as number, document.sourceOf(path))}; it must be ${allowed}`;
  const number = type === 'integer' ? 'a whole number' : 'a number';
  const hint =
    minimum === undefined || maximum === undefined
      ? `write ${number} of ${allowed}`
      : `write ${number} from ${minimum} to ${maximum}`;
  return { code: 'out-of-range', message, hint, path, part: 'value' };
}

/** A number as it is in the file, because a large one is read as another number; for an alias, the value. */
function written(value: number, source: string): string {
  return Number(source) === value ? cut(source) : shown(value);
}
