import type { Position } from '../base/position';
import { isProgrammeEntry, PROGRAMME_MAPS, type ProgrammeEntry, type ReferenceTarget } from '../kinds/kind-definition';
import type { Catalog } from './catalog';
import { anyUnread, entriesOf, isUnread, unreadNames } from './entries';
import { programmeOf } from './programme';

/** Something that a reference can name: a document, or an entry of the Programme. */
export interface Target {
  /** The position of its name. */
  at(): Position;
  readonly renamedFrom: string | undefined;
}

/** Everything that references to a kind, or to a map of the Programme, can name. */
export function targetsOf(catalog: Catalog, to: ReferenceTarget): ReadonlyMap<string, Target> {
  const byTarget = cache.get(catalog) ?? new Map<ReferenceTarget, ReadonlyMap<string, Target>>();
  cache.set(catalog, byTarget);
  const targets = byTarget.get(to) ?? (isProgrammeEntry(to) ? programmeEntries(catalog, to) : documents(catalog, to));
  byTarget.set(to, targets);
  return targets;
}

/** Whether a name may be that of a target that could not be read, see `isUnread`. */
export function isTargetUnread(catalog: Catalog, to: ReferenceTarget, name: string): boolean {
  if (!isProgrammeEntry(to)) return isUnread(catalog, to, name);
  // A missing Programme is reported once, not at every reference to it.
  return programmeOf(catalog) === undefined || anyUnread(catalog, 'Programme');
}

/** The names of targets that could not be read. */
export function unreadTargetNames(catalog: Catalog, to: ReferenceTarget): readonly string[] {
  return isProgrammeEntry(to) ? [] : unreadNames(catalog, to);
}

const cache = new WeakMap<Catalog, Map<ReferenceTarget, ReadonlyMap<string, Target>>>();

function documents(catalog: Catalog, kind: Exclude<ReferenceTarget, ProgrammeEntry>): ReadonlyMap<string, Target> {
  const targets = [...entriesOf(catalog, kind)].map(
    ([name, entry]) =>
      [
        name,
        { at: () => entry.at(), renamedFrom: (entry.value as { readonly renamedFrom?: string }).renamedFrom },
      ] as const,
  );
  return new Map(targets);
}

function programmeEntries(catalog: Catalog, entry: ProgrammeEntry): ReadonlyMap<string, Target> {
  const programme = programmeOf(catalog);
  const map = PROGRAMME_MAPS[entry];
  const names = Object.keys(programme?.value[map] ?? {});
  return new Map(
    names.map((name) => [name, { at: () => programme?.at([map, name], 'key') as Position, renamedFrom: undefined }]),
  );
}
