import type { Json, JsonObject } from '../../../core/model';

/** A config with one change, and a description of the change. */
export interface Mutation {
  readonly change: string;
  readonly config: JsonObject;
}

const TEXTS = ['', 'nonsense', 'a b', 'x,é', 'A'.repeat(10_000)];
const NUMBERS = [-1, 0, 0.5, 1e15];

/** All configs that differ from a valid one by one of the changes below. */
export function mutations(config: JsonObject): readonly Mutation[] {
  return mutate(config, 'config').map(([change, value]) => ({ change, config: value as JsonObject }));
}

/** All variants of a value with one change. */
function mutate(value: Json, path: string): readonly (readonly [change: string, value: Json])[] {
  if (typeof value === 'string') {
    return [...TEXTS.map((text) => [`${path} = '${text.slice(0, 20)}'`, text] as const), [`${path} = 5`, 5]];
  }
  if (typeof value === 'number') {
    return [...NUMBERS.map((number) => [`${path} = ${number}`, number] as const), [`${path} = '5'`, '5']];
  }
  if (typeof value === 'boolean') return [[`${path} = 'true'`, 'true']];
  if (Array.isArray(value)) return mutateList(value, path);
  return mutateMap(value as JsonObject, path);
}

function mutateList(list: readonly Json[], path: string): readonly (readonly [string, Json])[] {
  const [first] = list;
  return [
    [`${path} = []`, []],
    [`${path} = 'x'`, 'x'],
    ...(typeof first === 'string' ? [[`${path} of 1001`, repeated(first)] as const] : []),
    ...(first === undefined
      ? []
      : mutate(first, `${path}[0]`).map(([change, inner]) => [change, [inner, ...list.slice(1)]] as const)),
  ];
}

/** A list of 1,001 different texts derived from one. */
function repeated(text: string): readonly string[] {
  return Array.from({ length: 1001 }, (_, index) => `${text}${index}`);
}

function mutateMap(map: JsonObject, path: string): readonly (readonly [string, Json])[] {
  return [
    [`${path}.unknown`, { ...map, unknown: 1 }],
    [`${path} = 'x'`, 'x'],
    ...Object.entries(map).flatMap(([name, inner]) => {
      const { [name]: _, ...rest } = map;
      const inside = mutate(inner as Json, `${path}.${name}`);
      return [
        [`${path} without ${name}`, rest] as const,
        ...inside.map(([change, value]) => [change, { ...map, [name]: value }] as const),
      ];
    }),
  ];
}
