import { exposedOperations } from '../../model';
import { type Check, error } from './check';

/** Operations of one API that the gateway's plugins take (gateway/kong/plugins, config.schema.json). */
const MAX_OPERATIONS = 10_000;

/** An API exposes no more operations than the gateway's plugins take. */
export const tooManyOperations: Check = {
  code: 'too-many-operations',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const { length } = exposedOperations(api);
      if (length <= MAX_OPERATIONS) continue;
      yield error(
        api.at(['openapi']),
        `api '${api.name}' exposes ${length} operations; the gateway takes at most ${MAX_OPERATIONS} of one API`,
        'offer it as several Apis, each with an OpenAPI file of its own and a part of the operations',
      );
    }
  },
};
