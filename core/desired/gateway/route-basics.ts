import type { Environment } from '../../model';
import { common } from './common';

/** What every route of an API has in an environment, whatever it matches. */
export function routeBasics(environment: Environment, api: string) {
  return {
    hosts: environment.hosts.toSorted(),
    path_handling: 'v0',
    strip_path: false,
    preserve_host: false,
    https_redirect_status_code: 426,
    request_buffering: true,
    ...common(environment, { api }),
  };
}
