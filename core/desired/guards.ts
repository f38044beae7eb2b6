import { addressOf, type Entity } from './entity';

/**
 * The dependencies of each entity of a cell that its attributes do not express, sorted, by the entity's name in the cell. A route
 * depends on everything that guards its service, so that it is created last and removed first.
 */
export function explicitDependencies(entities: readonly Entity[]): ReadonlyMap<string, readonly string[]> {
  const guards = new Map<string, string[]>();
  for (const entity of entities) {
    if (entity.guards === undefined) continue;
    const addresses = guards.get(entity.guards);
    if (addresses) addresses.push(addressOf(entity));
    else guards.set(entity.guards, [addressOf(entity)]);
  }
  return new Map(
    entities.map((entity) => {
      const guardAddresses = entity.guardedBy === undefined ? [] : (guards.get(entity.guardedBy) ?? []);
      return [addressOf(entity), [...guardAddresses, ...entity.after].sort()];
    }),
  );
}
