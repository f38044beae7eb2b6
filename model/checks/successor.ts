import { type Check, error, warning } from './check';

/** The API that takes another's place is another one, and is or will be served. */
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
      }
    }
  },
};
