import type { IdOf } from '../../../policies';
import type { Environment } from '../../model';
import { clientCaId } from './client-ca';

/**
 * Resolves the ids of entities for the settings of policies.
 *
 * @returns a function that throws if the environment does not have the client CA, or its certificate is not usable
 */
export function idOf(environment: Environment): IdOf {
  const ids = cachedCaIds(environment);
  return (_kind, name) => {
    const ca = environment.clientCas?.find((one) => one.name === name);
    if (!ca) throw new Error(`environment '${environment.name}' has no client CA '${name}'; add it to clientCas`);
    const id = ids.get(name) ?? clientCaId({ environment, ...ca });
    ids.set(name, id);
    return id;
  };
}

/** Parses each certificate once for all the APIs that use it. */
function cachedCaIds(environment: Environment): Map<string, string> {
  const ids = cache.get(environment) ?? new Map();
  cache.set(environment, ids);
  return ids;
}

const cache = new WeakMap<Environment, Map<string, string>>();
