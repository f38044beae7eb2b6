import type { TypeScriptDocument } from '../../model';
import { isMap, type Json } from '../../model';
import type { ReadFile } from './read-file';

/** The names of all token policies in files and from TypeScript, whether these can be used or not. */
export function tokenPolicyNames(
  files: Iterable<ReadFile>,
  fromTypeScript: readonly TypeScriptDocument[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (kind: Json | undefined, name: Json | undefined) => {
    if (kind === 'TokenPolicy' && typeof name === 'string') names.add(name);
  };
  for (const { documents } of files) for (const { value } of documents) if (isMap(value)) add(value.kind, value.name);
  for (const { document } of fromTypeScript) add(document.kind, document.name);
  return names;
}
