import { isServedIn } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, warning } from './check';
import { namesUnknownEnvironment } from './shared/unknown-names';

/** An environment serves an API. What is applied for one that serves none takes everything off its gateway. */
export const environmentServesNothing: Check = {
  code: 'environment-serves-nothing',
  *find({ catalog }) {
    const apis = [...catalog.apis.values()];
    if (anyUnread(catalog, 'Api') || apis.some(({ value }) => namesUnknownEnvironment(catalog, value.upstreams)))
      return;
    for (const environment of catalog.environments.values()) {
      if (apis.some(({ value }) => isServedIn(value, environment.value))) continue;
      yield warning(
        environment.at(),
        apis.length === 0
          ? `environment '${environment.name}' serves nothing: the catalog has no API`
          : `environment '${environment.name}' serves nothing: no API has an upstream for it and a lifecycle that allows it there`,
        apis.length === 0
          ? 'write a document with `kind: Api`'
          : `add '${environment.name}' to the \`upstreams\` of an API, or take the environment out`,
      );
    }
  },
};
