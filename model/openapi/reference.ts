import { isMap, type Json, type JsonObject } from '../json';

/** Where a `$ref` leads. */
export type Target = { readonly value: Json } | { readonly missing: 'elsewhere' | 'nothing' | 'circle' };

/** References that lead to references: more than a few are a mistake, or meant to take long. */
const MAX_STEPS = 20;

/** Follows the references of a value inside its document; a value without one leads to itself. */
export function follow(root: JsonObject, start: Json): Target {
  const seen = new Set<string>();
  let value = start;
  while (isMap(value) && typeof value.$ref === 'string') {
    const { $ref } = value;
    if (!$ref.startsWith('#')) return { missing: 'elsewhere' };
    if (seen.has($ref) || seen.size > MAX_STEPS) return { missing: 'circle' };
    seen.add($ref);
    const target = lookUp(root, $ref.slice(1));
    if (target === undefined) return { missing: 'nothing' };
    value = target;
  }
  return { value };
}

/** The value at a JSON pointer in the form of a URI fragment. */
function lookUp(root: JsonObject, fragment: string): Json | undefined {
  if (fragment === '') return root;
  let value: Json | undefined = root;
  for (const word of fragment.split('/').slice(1)) {
    const step = unescaped(word);
    if (Array.isArray(value)) value = value[Number(step)];
    else value = isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

function unescaped(word: string): string {
  const plain = word.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
