import type { Json } from '../../model';
import type { JsonSchema } from '../../model/json-schema';
import { shown } from '../../model/messages/shown';
import { name } from './field-name';
import { formatProblem } from './format-problem';
import { like } from './like';
import { moneyProblem } from './money-problem';
import type { PlacedError } from './placed-error';
import { repair } from './repair';
import type { SchemaError } from './schema-error';
import { sealHint } from './seal-hint';

/** The currency of the schemas' examples. */
export const DEFAULT_CURRENCY = 'EUR';

/** A text that does not have the format of its field. */
export function malformed({ error, path, near, fits, document }: PlacedError): SchemaError {
  const schema = error.parentSchema as JsonSchema;
  const text = String(error.data);
  const problem =
    schema.format === 'money'
      ? moneyProblem(text, document.currency ?? DEFAULT_CURRENCY, fits)
      : formatProblem(schema.format ?? '', text);
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
    sealHint(document, path) ??
    (other !== undefined ? `write '${other}'` : example === undefined ? undefined : like(example));
  return {
    code: 'malformed-value',
    message: `${name(path)} ${finding}; it must be ${clause(meaning)}`,
    ...(hint !== undefined && { hint }),
    path,
    part: 'value',
  };
}

/** The first sentence of a description as a part of another: `a day in UTC, year-month-day`. */
export function clause(description: string): string {
  const [first = ''] = description.split(/\.(?:\s|$)/);
  return /^[A-Z][A-Z]/.test(first) ? first : first.charAt(0).toLowerCase() + first.slice(1);
}
