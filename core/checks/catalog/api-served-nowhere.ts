import { type Check, warning } from './check';
import { isMeantToBeServed, servedEnvironments } from './shared/served-environments';

/** An API whose lifecycle says that it is served has an environment that serves it: a preview one that is not production. */
export const apiServedNowhere: Check = {
  code: 'api-served-nowhere',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const { name, lifecycle } = api.value;
      if (!isMeantToBeServed(catalog, api) || servedEnvironments(catalog, api).length > 0) continue;
      yield warning(
        api.at(['lifecycle']),
        `api '${name}' (${lifecycle}) is served nowhere: it has upstreams for production only, where a preview is not served`,
        'add an upstream for another environment, or write `lifecycle: published`',
      );
    }
  },
};
