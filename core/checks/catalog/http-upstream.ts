import { type Check, warning } from './check';

/** Calls travel to the upstream over https where they are real. */
export const httpUpstream: Check = {
  code: 'http-upstream',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      for (const [name, { url }] of Object.entries(api.value.upstreams)) {
        const environment = catalog.environments.get(name);
        if (!environment || environment.value.trial === true || !url.startsWith('http://')) continue;
        yield warning(
          api.at(['upstreams', name, 'url']),
          `calls of api '${api.name}' in environment '${name}' travel to the upstream over http, where anybody on the way can read them`,
          'use https',
        );
      }
    }
  },
};
