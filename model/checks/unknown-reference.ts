import type { Catalog, Entry } from '../catalog';
import { anyUnread, documentsOf, entriesOf, isUnread, kindWord, kindWords, unreadNames } from '../entries';
import type { Renamable } from '../first-name';
import type { Kind, MtlsPolicy } from '../kinds';
import { referencesOf } from '../references';
import { didYouMean } from '../wording/suggest';
import { type Check, error, type Finding } from './check';

/** Hints cost a look at every name there is; nobody reads more of them than this. */
const MOST_HINTS = 100;

/** Every name of another document is the name of a document that exists; also in documents that something else is wrong with. */
export const unknownReference: Check = {
  code: 'unknown-reference',
  *find({ catalog }) {
    let hints = 0;
    for (const { kind, entry } of documentsOf(catalog)) {
      for (const { to, name, path, part } of referencesOf(kind, entry.value)) {
        const candidates = entriesOf(catalog, to);
        if (candidates.has(name) || isUnread(catalog, to, name)) continue;
        hints += 1;
        const hint = hints > MOST_HINTS ? undefined : hintFor(name, to, candidates, unreadNames(catalog, to));
        yield error(entry.at(path, part), `${kindWord(to)} '${name}' does not exist`, hint);
      }
    }
    for (const policy of catalog.policies.mtls.values()) yield* unknownCas(catalog, policy);
  },
};

/** The name that it has now, where the document was renamed; else names that are near. */
function hintFor(
  name: string,
  to: Kind,
  candidates: ReadonlyMap<string, Entry<unknown>>,
  unread: readonly string[],
): string | undefined {
  for (const [now, { value }] of candidates) {
    if ((value as Partial<Renamable>).renamedFrom === name) return `it is called '${now}' now`;
  }
  return didYouMean(name, new Set([...candidates.keys(), ...unread]), kindWords(to));
}

/** Client CAs are parts of environments; one that no environment has is unknown. */
function* unknownCas(catalog: Catalog, policy: Entry<MtlsPolicy>): Iterable<Finding> {
  if (!policy.value.clientCas || anyUnread(catalog, 'Environment')) return;
  const known = new Set<string>();
  for (const environment of catalog.environments.values()) {
    for (const ca of environment.value.clientCas ?? []) known.add(ca.name);
  }
  for (const [index, name] of policy.value.clientCas.entries()) {
    if (known.has(name)) continue;
    const hint = didYouMean(name, known, 'client CAs');
    yield error(policy.at(['clientCas', index]), `client CA '${name}' does not exist in any environment`, hint);
  }
}
