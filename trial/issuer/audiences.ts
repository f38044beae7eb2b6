import { type Catalog, getOwn } from '../../core/model';

/** The audiences of the operator's tokens in an environment, from the token policies. */
export function audiencesOf(catalog: Catalog, environment: string): readonly string[] {
  const audiences = [...catalog.policies.token.values()]
    .filter(({ value }) => value.signedBy === 'idp')
    .map(({ value }) => getOwn(value.environments, environment)?.audience)
    .filter((audience) => audience !== undefined);
  return [...new Set(audiences)];
}
