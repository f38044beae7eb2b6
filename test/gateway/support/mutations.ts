import type { Json, JsonObject } from '../../../core/model';

/** A config with one change, and what it is. */
export interface Mutation {
  readonly change: string;
  readonly config: JsonObject;
}

const TEXTS = ['', 'nonsense', 'a b', 'x,é', 'A'.repeat(10_000)];
const NUMBERS = [-1, 0, 0.5, 1e15];

/** Every config that differs from a right one in one place, as far as the kinds of change below go. */
export function mutations(config: JsonObject): readonly Mutation[] {
  return changed(config, 'config').map(([change, value]) => ({ change, config: value as JsonObject }));
}

/** A value with one change in it, in every way. */
function changed(value: Json, place: string): readonly (readonly [change: string, value: Json])[] {
  if (typeof value === 'string') {
    return [...TEXTS.map((text) => [`${place} = '${text.slice(0, 20)}'`, text] as const), [`${place} = 5`, 5]];
  }
  if (typeof value === 'number') {
    return [...NUMBERS.map((number) => [`${place} = ${number}`, number] as const), [`${place} = '5'`, '5']];
  }
  if (typeof value === 'boolean') return [[`${place} = 'true'`, 'true']];
  if (Array.isArray(value)) return changedList(value, place);
  return changedMap(value as JsonObject, place);
}

function changedList(list: readonly Json[], place: string): readonly (readonly [string, Json])[] {
  const [first] = list;
  return [
    [`${place} = []`, []],
    [`${place} = 'x'`, 'x'],
    ...(typeof first === 'string' ? [[`${place} of 1001`, many(first)] as const] : []),
    ...(first === undefined
      ? []
      : changed(first, `${place}[0]`).map(([change, inner]) => [change, [inner, ...list.slice(1)]] as const)),
  ];
}

/** Different texts, each as right as the first, unless their number or form forbids it. */
function many(text: string): readonly string[] {
  return Array.from({ length: 1001 }, (_, index) => `${text}${index}`);
}

function changedMap(map: JsonObject, place: string): readonly (readonly [string, Json])[] {
  return [
    [`${place}.unknown`, { ...map, unknown: 1 }],
    [`${place} = 'x'`, 'x'],
    ...Object.entries(map).flatMap(([name, inner]) => {
      const { [name]: _, ...rest } = map;
      const inside = changed(inner as Json, `${place}.${name}`);
      return [
        [`${place} without ${name}`, rest] as const,
        ...inside.map(([change, value]) => [change, { ...map, [name]: value }] as const),
      ];
    }),
  ];
}
