import { addressOf, type Entity } from './entity';
import { explicitDependencies } from './guards';

/**
 * The order in which entities of a gateway can be made, and in reverse be removed: what others name comes first. Within a stack
 * Terraform knows it from references; across stacks, and in an intermediate state, this table decides.
 */
const ORDER = [
  'kong-gateway_ca_certificate',
  'kong-gateway_service',
  'kong-gateway_consumer_group',
  'plugin',
  'kong-gateway_route',
  'plugin of a route',
  'kong-gateway_consumer',
  'kong-gateway_jwt',
  'kong-gateway_acl',
  'kong-gateway_consumer_group_member',
] as const;

const RANKS: ReadonlyMap<string, number> = new Map(ORDER.map((type, rank) => [type, rank]));

/** Where an entity is in the order: 0 for what is made first. */
export function rankOf({ type, references }: Pick<Entity, 'type' | 'references'>): number {
  const listed = RANKS.get(type);
  if (listed !== undefined) return listed;
  const onRoute = references.some((name) => name.startsWith('kong-gateway_route.'));
  return ORDER.indexOf(onRoute ? 'plugin of a route' : 'plugin');
}

/**
 * Entities in the order in which they can be made: each after what it names and what it waits for, apart from that by rank and name.
 *
 * @throws Error when entities wait for each other in a circle
 */
export function sortByDependency(entities: readonly Entity[]): readonly Entity[] {
  const waits = explicitDependencies(entities);
  const byName = new Map(entities.map((entity) => [addressOf(entity), entity]));
  const ordered = new Set<Entity>();
  const add = (entity: Entity, above: readonly Entity[]): void => {
    if (ordered.has(entity)) return;
    if (above.includes(entity)) throw new Error(`${[...above, entity].map(addressOf).join(' waits for ')}`);
    for (const name of [...entity.references, ...(waits.get(addressOf(entity)) ?? [])]) {
      const needed = byName.get(name);
      if (needed) add(needed, [...above, entity]);
    }
    ordered.add(entity);
  };
  for (const entity of byRank(entities)) add(entity, []);
  return [...ordered];
}

function byRank(entities: readonly Entity[]): readonly Entity[] {
  return entities
    .map((entity) => ({ entity, rank: rankOf(entity), name: addressOf(entity) }))
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1))
    .map(({ entity }) => entity);
}
