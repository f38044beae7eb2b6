import { addressOf, type Entity } from './entity';
import { explicitDependencies } from './guards';

/**
 * The order in which entities can be created; they are removed in reverse order. Within a stack Terraform derives the order from
 * references; across stacks and in intermediate states this table decides.
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

/** The rank of an entity in the order; entities of rank 0 are created first. */
export function rankOf({ type, references }: Pick<Entity, 'type' | 'references'>): number {
  const listed = RANKS.get(type);
  if (listed !== undefined) return listed;
  const onRoute = references.some((name) => name.startsWith('kong-gateway_route.'));
  return ORDER.indexOf(onRoute ? 'plugin of a route' : 'plugin');
}

/**
 * Sorts entities so that each follows its dependencies; otherwise by rank and name.
 *
 * @throws Error if entities depend on each other in a cycle
 */
export function sortByDependency(entities: readonly Entity[]): readonly Entity[] {
  const dependencies = explicitDependencies(entities);
  const byName = new Map(entities.map((entity) => [addressOf(entity), entity]));
  const ordered = new Set<Entity>();
  const add = (entity: Entity, dependents: readonly Entity[]): void => {
    if (ordered.has(entity)) return;
    if (dependents.includes(entity)) throw new Error(`${[...dependents, entity].map(addressOf).join(' depends on ')}`);
    for (const name of [...entity.references, ...(dependencies.get(addressOf(entity)) ?? [])]) {
      const dependency = byName.get(name);
      if (dependency) add(dependency, [...dependents, entity]);
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
