import { refusalsOf } from '../../model/routes/refusals';
import { type Check, found } from '../check';

/** A tenth of the routes that a control plane of Konnect allows. */
const MAX_ROUTES = 1000;

export const tooManyRefusingRoutes: Check<'too-many-refusing-routes'> = {
  code: 'too-many-refusing-routes',
  severity: 'error',
  per: 'api',
  summary:
    'More than 1,000 routes of an API would only refuse calls, because many of its paths overlap and neither path of a pair is more specific (`/{a}/x`, `/y/{b}`).',
  rationale: 'these routes serve no calls, and 1,000 of them are a tenth of what a control plane of Konnect allows',
  fix: 'Start the paths with different fixed segments, or split the API into several.',
  details: 'See [refusing routes](adr/0020-refusing-routes.md).',
  waivable: false,
  examples: {
    avoid: {
      commands: `for i in $(seq 32); do
  echo "  /from-$i/{id}: { get: { operationId: from$i, security: [{ openId: [number-verification:verify] }] } }"
  echo "  /{id}/to-$i: { get: { operationId: to$i, security: [{ openId: [number-verification:verify] }] } }"
done >> number-verification.openapi.yaml
`,
    },
    prefer: {
      commands: `for i in $(seq 32); do
  echo "  /from-$i/{id}: { get: { operationId: from$i, security: [{ openId: [number-verification:verify] }] } }"
  echo "  /to/{id}/to-$i: { get: { operationId: to$i, security: [{ openId: [number-verification:verify] }] } }"
done >> number-verification.openapi.yaml
`,
    },
  },
  *find(api) {
    const { length } = refusalsOf(api).routes;
    if (length <= MAX_ROUTES) return;
    yield found(
      api.at(['openapi']),
      `api '${api.name}' needs ${length} routes that refuse calls to paths that overlap; at most ${MAX_ROUTES} are allowed`,
      'start its paths with different fixed segments in the OpenAPI file, or split the API into several',
    );
  },
};
