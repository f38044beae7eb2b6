import type { Entry } from '../../model';
import { describeApplication, originalName, type Renamable } from '../../model';
import { type Check, error, type Found } from './check';

/** What was the first name of one partner is that of no other; and so of the applications of a partner. */
export const renamedFrom: Check = {
  code: 'renamed-from',
  *find({ catalog }) {
    yield* among(
      catalog.partners.values(),
      ({ value }) => originalName(value),
      ({ name }) => `partner '${name}'`,
    );
    yield* among(
      catalog.applications.values(),
      ({ partner, value }) => `${partner.name}_${originalName(value)}`,
      describeApplication,
    );
  },
};

function* among<E extends Entry<Renamable>>(
  entries: Iterable<E>,
  identityOf: (entry: E) => string,
  wordsOf: (entry: E) => string,
): Iterable<Found> {
  const first = new Map<string, E>();
  for (const entry of entries) {
    const { name, renamedFrom: old } = entry.value;
    if (old === name) {
      yield error(
        entry.at(['renamedFrom']),
        `${wordsOf(entry)} was renamed from '${old}', which is its name`,
        'take `renamedFrom` out: it has its first name',
      );
    }
    const other = first.get(identityOf(entry));
    if (!other) first.set(identityOf(entry), entry);
    else yield shared(entry, other, wordsOf);
  }
}

/** Told where `renamedFrom` stands; of two, at the later one. */
function shared<E extends Entry<Renamable>>(entry: E, other: E, wordsOf: (entry: E) => string): Found {
  const [told, holder] = entry.value.renamedFrom === undefined ? [other, entry] : [entry, other];
  const { file, line } = holder.at(holder.value.renamedFrom === undefined ? ['name'] : ['renamedFrom']);
  return error(
    told.at(['renamedFrom']),
    `${wordsOf(told)} was renamed from '${originalName(told.value)}', the first name of ${wordsOf(holder)} (${file}:${line})`,
    '`renamedFrom` belongs to the one that was renamed; a new one needs a name that no other had first',
  );
}
