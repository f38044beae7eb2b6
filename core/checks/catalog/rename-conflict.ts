import type { Entry } from '../../model';
import { describeApplication, originalName, type Renamable } from '../../model';
import { type Check, type Found, found } from '../check';

export const renameConflict: Check<'rename-conflict'> = {
  code: 'rename-conflict',
  severity: 'error',
  per: 'catalog',
  summary:
    'The original name of a partner is also that of another partner, or the original name of an application that of another application of its partner. Or `renamedFrom` is the current name.',
  rationale: 'the gateway identifies a partner or application by its original name, so the two would be one',
  fix: 'Keep `renamedFrom` only in the document that was renamed, and give a new partner or application a name that no other one had originally.',
  details:
    '[Renaming a partner or an application](changes.md#renaming-a-partner-or-an-application) explains `renamedFrom`.',
  waivable: false,
  examples: {
    avoid: `kind: Partner
name: globex
renamedFrom: acme-bank
`,
    prefer: `kind: Partner
name: globex
renamedFrom: globex-ltd
`,
  },
  *find({ catalog }) {
    yield* conflicts(
      catalog.partners.values(),
      ({ value }) => originalName(value),
      ({ name }) => `partner '${name}'`,
    );
    yield* conflicts(
      catalog.applications.values(),
      ({ partner, value }) => `${partner.name}_${originalName(value)}`,
      describeApplication,
    );
  },
};

function* conflicts<E extends Entry<Renamable>>(
  entries: Iterable<E>,
  identityOf: (entry: E) => string,
  labelOf: (entry: E) => string,
): Iterable<Found> {
  const first = new Map<string, E>();
  for (const entry of entries) {
    const { name, renamedFrom: old } = entry.value;
    if (old === name) {
      yield found(
        entry.at(['renamedFrom']),
        `${labelOf(entry)} was renamed from '${old}', which is its current name`,
        'remove `renamedFrom`',
      );
    }
    const other = first.get(identityOf(entry));
    if (!other) first.set(identityOf(entry), entry);
    else yield conflict(entry, other, labelOf);
  }
}

/** The finding is at `renamedFrom`; if both have it, at the later one. */
function conflict<E extends Entry<Renamable>>(entry: E, other: E, labelOf: (entry: E) => string): Found {
  const [renamed, holder] = entry.value.renamedFrom === undefined ? [other, entry] : [entry, other];
  const { file, line } = holder.at(holder.value.renamedFrom === undefined ? ['name'] : ['renamedFrom']);
  return found(
    renamed.at(['renamedFrom']),
    `${labelOf(renamed)} was renamed from '${originalName(renamed.value)}', but that is the original name of ${labelOf(holder)} (${file}:${line})`,
    'keep `renamedFrom` only where the rename was, and give a new partner or application a name that no other had originally',
  );
}
