import { type Json, type Kind, type Path, type Reference, type ReferenceTarget, referencesOf } from '../../model';
import type { JsonSchema } from '../../model/json-schema';

/** The names that references in a catalog can use, by what they name. */
export type KnownNames = ReadonlyMap<ReferenceTarget, readonly string[]>;

/** Collects the names of documents and of entries of the Programme. */
export function knownNames(named: Iterable<{ readonly target: ReferenceTarget; readonly name: string }>): KnownNames {
  const names = new Map<ReferenceTarget, string[]>();
  for (const { target, name } of named) names.set(target, [...(names.get(target) ?? []), name]);
  return names;
}

/** A schema whose examples refer to documents of the catalog. */
export function withKnownNames(schema: JsonSchema, kind: Kind, path: Path, names: KnownNames): JsonSchema {
  const { examples } = schema;
  return examples ? { ...schema, examples: examples.map((example) => renamed(example, kind, path, names)) } : schema;
}

type Mutable = { [step: string | number]: unknown };

/** An example for the value at a path, whose references name existing documents if there are any. */
export function renamed(example: unknown, kind: Kind, path: Path, names: KnownNames): unknown {
  const [whose, from]: readonly [Kind, Path] =
    kind === 'Partner' && path[0] === 'applications' ? ['Application', path.slice(2)] : [kind, path];
  const document = from.reduceRight<unknown>(
    (inner, step) => (typeof step === 'number' ? Object.assign([], { [step]: inner }) : { [step]: inner }),
    structuredClone(example),
  );
  if (typeof document !== 'object' || document === null) return example;
  const used = new Set<string>();
  for (const reference of referencesOf(whose, document as { readonly [key: string]: Json })) {
    // The keys on the path to the example are those of the document.
    const isInside = reference.part === 'value' || reference.path.length > from.length;
    if (isInside) rename(document as Mutable, reference, names.get(reference.to) ?? [], used);
  }
  const result = from.reduce<unknown>((value, step) => (value as Mutable)[step], document);
  // Two names of an example may be replaced by the same document; a list contains each once.
  return Array.isArray(result) ? [...new Set(result)] : result;
}

/** Replaces the name of a reference, by a name that its list does not contain yet if possible. */
function rename(document: Mutable, { name, path, part }: Reference, known: readonly string[], used: Set<string>): void {
  const parent = path.slice(0, -1).reduce<Mutable>((value, step) => value[step] as Mutable, document);
  const place = JSON.stringify(path.slice(0, -1));
  const other = known.includes(name) ? name : known.find((one) => !used.has(`${place} ${one}`));
  if (other === undefined) return;
  used.add(`${place} ${other}`);
  const last = path.at(-1) ?? '';
  if (part === 'value') parent[last] = other;
  else if (other !== name) {
    parent[other] = parent[name];
    delete parent[name];
  }
}
