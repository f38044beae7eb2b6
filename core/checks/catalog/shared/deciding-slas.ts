import type { ApiEntry, Catalog, Origin, Path, Position } from '../../../model';
import { kindLabel, positionOf } from '../../../model';
import { groupBy } from '../../../model/base/group-by';
import { partsOf } from '../../../model/catalog/document-name';
import type { EffectiveSla, Sourced } from '../../../view';
import type { SlaPromise } from './sla-promises';

/** A field of a service level as it is promised for one API. */
export interface Promised<T> {
  readonly promise: SlaPromise;
  readonly api: ApiEntry;
  readonly sla: EffectiveSla;
  readonly field: Sourced<T>;
  /** The document that has the field. */
  readonly origin: Origin;
}

/** A field of every promise that has it, API by API. */
export function promisedField<Field extends 'credits' | 'minimumCalls'>(
  promises: readonly SlaPromise[],
  name: Field,
): readonly Promised<NonNullable<EffectiveSla[Field]>['value']>[] {
  return promises.flatMap((promise) =>
    promise.apis.flatMap((api) => {
      const sla = promise.effective(api);
      const field = sla[name] as Sourced<NonNullable<EffectiveSla[Field]>['value']> | undefined;
      const [origin] = field?.origins ?? [];
      return field && origin ? [{ promise, api, sla, field, origin }] : [];
    }),
  );
}

/** Groups of promises with the same key, so that what one document causes for several APIs is one finding. */
export function groupsOf<T>(
  promised: readonly Promised<T>[],
  keyOf: (one: Promised<T>) => readonly (Origin | string | undefined)[],
): readonly (readonly [Promised<T>, ...Promised<T>[]])[] {
  const groups = groupBy(promised, (one) => JSON.stringify(keyOf(one)));
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []));
}

/** The owner of an origin in messages: `tier 'paid'`. */
export function ownerOf({ document }: Origin, promise: SlaPromise): string {
  const { kind, name } = partsOf(document);
  return kind === 'Partner' ? promise.owner : `${kindLabel(kind)} '${name}'`;
}

/** The position of something in the field that has an origin. */
export function positionBelow(catalog: Catalog, origin: Origin, path: Path): Position | undefined {
  return positionOf(catalog, { ...origin, path: [...origin.path, ...path] });
}

/** The APIs of promises, each once. */
export function apisOf<T>(group: readonly Promised<T>[]): readonly string[] {
  return [...new Set(group.map(({ api }) => `api '${api.name}'`))];
}
