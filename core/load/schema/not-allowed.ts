import { type Json, listOf, nearest, type Path } from '../../model';
import { shown } from '../../model/messages/shown';
import { name } from './field-name';
import type { SchemaError } from './schema-error';

/**
 * A value that is not one of a list.
 * @param siblings the other items of the list, which cannot have been meant
 */
export function notAllowed(
  path: Path,
  value: Json,
  allowed: readonly string[],
  siblings: readonly Json[],
): SchemaError {
  const open = allowed.filter((one) => !siblings.includes(one));
  const near = typeof value === 'string' ? nearest(value, open) : undefined;
  const message = `${name(path)} is ${shown(value)}; ${listOf(allowed, 'allowed values')}`;
  const [only = '', ...others] = allowed;
  const isQuoted = typeof value === 'string' && others.length === 0 && value === only;
  const hint = isQuoted
    ? `write ${only}, without quotes`
    : near
      ? `did you mean '${near}'?`
      : others.length === 0
        ? `write ${only}`
        : 'write one of the allowed values';
  return { code: 'not-allowed-value', message, hint, path, part: 'value' };
}
