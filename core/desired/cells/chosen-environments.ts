import type { Catalog, Environment } from '../../model';

/**
 * Environments of a catalog by name.
 *
 * @param names undefined for all
 * @throws Error when one does not exist
 */
export function chosenEnvironments(catalog: Catalog, names: readonly string[] | undefined): readonly Environment[] {
  if (names === undefined) return [...catalog.environments.values()].map(({ value }) => value);
  return names.map((name) => {
    const entry = catalog.environments.get(name);
    if (entry) return entry.value;
    const known = [...catalog.environments.keys()].join(', ');
    throw new Error(`environment '${name}' does not exist; environments are: ${known || 'none'}`);
  });
}
