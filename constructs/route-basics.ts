import type { Environment } from '../core/model';
import { common } from './place';

/** What every route of an environment has, whatever it matches. */
export function routeBasics(environment: Environment) {
  return {
    hosts: environment.hosts.toSorted(),
    pathHandling: 'v0',
    stripPath: false,
    preserveHost: false,
    httpsRedirectStatusCode: 426,
    requestBuffering: true,
    ...common(environment),
  };
}
