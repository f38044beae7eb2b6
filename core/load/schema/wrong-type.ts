import { type Json, listOf, type Path } from '../../model';
import type { JsonSchema } from '../../model/json-schema';
import { cut, flow, shown } from '../../model/messages/shown';
import { name } from './field-name';
import { like } from './like';
import { moneyHint } from './money-problem';
import { repair, unquoted } from './repair';
import type { SchemaError } from './schema-error';

/** A value of another type than its schema allows. */
export interface WrongType {
  readonly path: Path;
  readonly value: Json;
  readonly types: readonly string[];
  readonly near: JsonSchema;
  /** The source text of the value. */
  readonly source: string;
  /** The currency to suggest. */
  readonly currency: string;
  /** A hint that explains the field better than an example. */
  readonly better?: string | undefined;
  /** Whether another value would be valid at the path. */
  readonly fits: (value: Json) => boolean;
}

export function wrongType(found: WrongType): SchemaError {
  const { path, value, types, near, source } = found;
  const wanted =
    near.format === 'money' && !near.enum
      ? 'it must be a string with an amount and its currency'
      : near.enum
        ? listOf(near.enum.map(String), 'allowed values')
        : `it must be ${types.map((type) => TYPES[type]).join(' or ')}`;
  const hint = typeHint(found);
  const message = `${name(path)} ${described(value, near, source)}; ${wanted}`;
  return { code: 'wrong-type', message, ...(hint && { hint }), path, part: 'value' };
}

function described(value: Json, near: JsonSchema, source: string): string {
  if (value === null) return 'has no value';
  if (Array.isArray(value)) return 'is a list';
  if (typeof value === 'object') return 'is a map';
  if (near.writeOnly) return `is a ${typeof value}`;
  return typeof value === 'string'
    ? `is the string ${shown(value)}`
    : `is ${typeof value === 'number' ? 'the number ' : ''}${cut(source)}`;
}

/** The edit that makes the value valid without changing its meaning, if there is one; otherwise an example. */
function typeHint({ path, value, types, near, source, currency, better, fits }: WrongType): string | undefined {
  const example = near.examples?.[0];
  const shownExample = example === undefined ? undefined : like(example);
  if (near.writeOnly) return shownExample;
  if (better !== undefined) return better;
  if (path.at(-1) === 'sealed') return 'write the number of `shards`';
  const amount = near.format === 'money' ? moneyHint(value, source, currency, fits) : undefined;
  if (amount !== undefined) return amount;
  if (typeof value === 'number' || typeof value === 'boolean') {
    const text = source.slice(0, 100);
    if (fits(text)) return `put it in quotes: '${cut(text)}'`;
    const other = repair(text, fits);
    if (other !== undefined) return `write '${other}'`;
    if (fits([value])) return `write it as a list: [${cut(text)}]`;
  }
  if (typeof value === 'string') {
    const plain = unquoted(value, fits);
    if (plain !== undefined) return `write ${plain}, without quotes`;
    const list = flow([value]);
    if (fits([value]))
      return cut(list) === list ? `write it as a list: ${list}` : 'put it in brackets, as the only item';
  }
  if (Array.isArray(value) && value.length === 1 && fits(value[0] as Json) && typeof value[0] !== 'object')
    return `write ${cut(flow(value[0]))}, without brackets`;
  if (types.includes('boolean') && types.length === 1 && !near.enum) return booleanHint(value);
  // A truth may mean any of the values, also the one that is not the example.
  return near.enum && typeof value === 'boolean' ? 'write one of the allowed values' : shownExample;
}

/** YAML 1.1 has more words for true and false than YAML 1.2. 0 and 1 sometimes mean the same. */
function booleanHint(value: Json): string {
  const word = String(typeof value === 'object' ? '' : value).toLowerCase();
  if (['yes', 'y', 'on', 'true', '1'].includes(word)) return 'write true';
  if (['no', 'n', 'off', 'false', '0'].includes(word)) return 'write false';
  return 'write true or false';
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};
