import type { Environment } from '../model/kinds';
import type { IdOf } from '../policies';
import { clientCaId } from './client-ca';

/** How policies learn the ids of entities that their settings name. */
export function idOf(environment: Environment): IdOf {
  return (_kind, name) => clientCaId(environment.name, name);
}
