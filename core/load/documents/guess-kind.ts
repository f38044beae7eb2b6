import type { JsonObject } from '../../model';
import { KINDS, type Kind } from '../../model';
import { KIND_SCHEMAS } from '../../model/schemas';

/** How many more known than unknown fields of a kind a document must have for its kind to be guessed. */
const MIN_LEAD = 2;

/** The most likely kind of a document without one, by its fields; undefined if several are equally likely. */
export function guessKind(value: JsonObject): Kind | undefined {
  const keys = Object.keys(value).filter((key) => key.toLowerCase() !== 'kind');
  const ranked = KINDS.map((kind) => {
    const { properties = {} } = KIND_SCHEMAS[kind];
    const known = keys.filter((key) => Object.hasOwn(properties, key)).length;
    return { kind, lead: known - (keys.length - known) };
  }).sort((a, b) => b.lead - a.lead);
  const [first, second] = ranked;
  return first && first.lead >= MIN_LEAD && first.lead > (second?.lead ?? 0) ? first.kind : undefined;
}
