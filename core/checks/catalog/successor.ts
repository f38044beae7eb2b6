import { isServedIn } from '../../model';
import { type Check, error, warning } from './check';
import { isMeantToBeServed, servedEnvironments } from './shared/served-environments';
import { namesUnknownEnvironment } from './shared/unknown-names';

/** The API that takes another's place is another one, and is served wherever partners of a deprecated one are sent to it. */
export const successor: Check = {
  code: 'successor',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const name = api.value.deprecation?.successor;
      const next = name === undefined ? undefined : catalog.apis.get(name);
      if (!next) continue;
      const at = api.at(['deprecation', 'successor']);
      if (next === api) {
        yield error(
          at,
          `api '${name}' is named as its own successor`,
          'name the API that takes its place, or take `successor` out',
        );
      } else if (next.value.lifecycle === 'retired' || next.value.lifecycle === 'deprecated') {
        const hint = 'name one that stays, or take `successor` out';
        yield warning(at, `successor '${name}' of api '${api.name}' is ${next.value.lifecycle} itself`, hint);
      } else if (api.value.lifecycle === 'deprecated' && isMeantToBeServed(catalog, api)) {
        if (namesUnknownEnvironment(catalog, next.value.upstreams)) continue;
        const lacking = servedEnvironments(catalog, api).filter(({ value }) => !isServedIn(next.value, value));
        if (lacking.length === 0) continue;
        const where = lacking.map((environment) => `'${environment.name}'`).join(', ');
        yield warning(
          at,
          `successor '${name}' (${next.value.lifecycle}) of api '${api.name}' is not served in ${where}, where partners are sent to it`,
          'serve it wherever its predecessor is, or take `successor` out until it is',
        );
      }
    }
  },
};
