import type { ApiEntry, Entry, Environment } from '../../model';
import { isServedIn, originOf, upstreamIn } from '../../model';
import { type Sourced, sourced } from '../sourced';

/** Whether an environment serves an API; if not, whether it lacks an upstream there or its lifecycle excludes the environment. */
export type OfferStatus = 'served' | 'no-upstream' | 'lifecycle';

/** Whether an environment serves an API, with the origins of the decision. */
export function offerStatus(api: ApiEntry, environment: Entry<Environment>): Sourced<OfferStatus> {
  if (isServedIn(api.value, environment.value)) {
    return sourced('served', [
      originOf(api, ['upstreams', environment.name], 'key'),
      originOf(api, ['lifecycle']),
      originOf(environment, ['stage']),
    ]);
  }
  if (upstreamIn(api.value, environment.name)) {
    return sourced('lifecycle', [originOf(api, ['lifecycle']), originOf(environment, ['stage'])]);
  }
  return sourced('no-upstream', [originOf(api, ['upstreams'], 'key')]);
}
