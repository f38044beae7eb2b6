import type { Environment } from '../../model';
import { common } from './common';

/** The attributes that all routes of an API have in an environment. */
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
