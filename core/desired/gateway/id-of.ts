import type { IdOf } from '../../../policies';
import type { Environment } from '../../model';
import { clientCaId } from './client-ca';

/**
 * How policies learn the ids of entities that their settings name.
 *
 * @returns a function that throws when the environment has no client CA of that name, or its certificate cannot be used
 */
export function idOf(environment: Environment): IdOf {
  const known = knownCaIds(environment);
  return (_kind, name) => {
    const ca = environment.clientCas?.find((one) => one.name === name);
    if (!ca) throw new Error(`environment '${environment.name}' has no client CA '${name}'; add it to clientCas`);
    const id = known.get(name) ?? clientCaId({ environment, ...ca });
    known.set(name, id);
    return id;
  };
}

/** Certificates are read once for all the APIs that name them; nobody can change a document. */
function knownCaIds(environment: Environment): Map<string, string> {
  const known = idsOf.get(environment) ?? new Map();
  idsOf.set(environment, known);
  return known;
}

const idsOf = new WeakMap<Environment, Map<string, string>>();
