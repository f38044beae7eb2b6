import { addressOf, type Entity } from './entity';

/**
 * What each entity of a cell waits for beyond what its attributes name, by its name in the cell, sorted. A route of a service lets
 * no call through before everything that guards the service is there, or after some of it went.
 */
export function explicitDependencies(entities: readonly Entity[]): ReadonlyMap<string, readonly string[]> {
  const guards = new Map<string, string[]>();
  for (const entity of entities) {
    if (entity.guards === undefined) continue;
    const known = guards.get(entity.guards);
    if (known) known.push(addressOf(entity));
    else guards.set(entity.guards, [addressOf(entity)]);
  }
  return new Map(
    entities.map((entity) => {
      const guarding = entity.guardedBy === undefined ? [] : (guards.get(entity.guardedBy) ?? []);
      return [addressOf(entity), [...guarding, ...entity.after].sort()];
    }),
  );
}
