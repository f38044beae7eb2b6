import { refusalsOf } from '../../model/routes/refusals';
import { type Check, error } from './check';

/** A tenth of what one control plane of Konnect takes. */
const MOST = 1000;

/** Paths that share calls need routes that refuse them: of very many such pairs no gateway would keep all. */
export const refusedRoutes: Check = {
  code: 'refused-routes',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const { length } = refusalsOf(api).routes;
      if (length <= MOST) continue;
      yield error(
        api.at(['openapi']),
        `api '${api.name}' needs ${length} routes that refuse calls which two of its paths share; at most ${MOST} are allowed`,
        'begin its paths with different words in the OpenAPI file, or spread them over several APIs',
      );
    }
  },
};
