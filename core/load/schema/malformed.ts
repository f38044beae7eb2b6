import type { Json } from '../../model';
import type { JsonSchema } from '../../model/json-schema';
import { shown } from '../../model/messages/shown';
import { name } from './field-name';
import { formatProblem } from './format-problem';
import { like } from './like';
import type { PlacedError } from './placed-error';
import { repair } from './repair';
import type { SchemaError } from './schema-error';
import { SEAL_HINT } from './seal-hint';

/** A text that does not have the format of its field. */
export function malformed({ error, path, near, fits }: PlacedError): SchemaError {
  const schema = error.parentSchema as JsonSchema;
  const text = String(error.data);
  const problem = formatProblem(schema.format ?? '', text);
  if (problem) {
    const message = `${name(path)} is ${shown(error.data as Json)}; ${problem.message}`;
    return { code: 'malformed-value', message, hint: problem.hint, path, part: 'value' };
  }
  const meaning = schema.description ?? near.description ?? '';
  const example = near.examples?.[0] ?? schema.examples?.[0];
  const isSecret = near.writeOnly || schema.writeOnly;
  const finding = isSecret ? 'has an invalid value' : `is ${shown(error.data as Json)}`;
  const other = isSecret ? undefined : repair(text, fits);
  const hint =
    path.at(-1) === 'sealed'
      ? SEAL_HINT
      : other === undefined
        ? example === undefined
          ? undefined
          : like(example)
        : `write '${other}'`;
  return {
    code: 'malformed-value',
    message: `${name(path)} ${finding}; it must be ${clause(meaning)}`,
    ...(hint !== undefined && { hint }),
    path,
    part: 'value',
  };
}

/** The first sentence of a description as a part of another: `a day in UTC, year-month-day`. */
function clause(description: string): string {
  const [first = ''] = description.split(/\.(?:\s|$)/);
  return /^[A-Z][A-Z]/.test(first) ? first : first.charAt(0).toLowerCase() + first.slice(1);
}
