import { isMap, type Json } from '../../model';
import type { PlainDocument } from './program-document';
import type { ReadFile } from './read-file';

/** The names of all token policies in files and from TypeScript, valid or not. */
export function tokenPolicyNames(
  files: Iterable<ReadFile>,
  fromPrograms: readonly PlainDocument[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (kind: Json | undefined, name: Json | undefined) => {
    if (kind === 'TokenPolicy' && typeof name === 'string') names.add(name);
  };
  const values = [...[...files].flatMap(({ documents }) => documents), ...fromPrograms].map(({ value }) => value);
  for (const value of values) if (isMap(value)) add(value.kind, value.name);
  return names;
}
