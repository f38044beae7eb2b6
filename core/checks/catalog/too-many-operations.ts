import { exposedOperations } from '../../model';
import { type Check, found } from '../check';

/** The operations of one API that the gateway's plugins take (gateway/kong/plugins, config.schema.json). */
const MAX_OPERATIONS = 10_000;

export const tooManyOperations: Check<'too-many-operations'> = {
  code: 'too-many-operations',
  severity: 'error',
  per: 'api',
  summary: 'An API exposes more than 10,000 operations.',
  rationale: "the gateway's plugins take no more operations for one API",
  fix: 'Split it into several Apis, each with its own OpenAPI file.',
  waivable: false,
  examples: {
    avoid: {
      commands: `for i in $(seq 10000); do
  echo "  /item-$i: { get: { operationId: getItem$i, security: [{ openId: [number-verification:verify] }] } }"
done >> number-verification.openapi.yaml
`,
    },
    prefer: {
      commands: `for i in $(seq 100); do
  echo "  /item-$i: { get: { operationId: getItem$i, security: [{ openId: [number-verification:verify] }] } }"
done >> number-verification.openapi.yaml
`,
    },
  },
  *find(api) {
    const { length } = exposedOperations(api);
    if (length <= MAX_OPERATIONS) return;
    yield found(
      api.at(['openapi']),
      `api '${api.name}' exposes ${length} operations; the gateway takes at most ${MAX_OPERATIONS} for one API`,
      'split it into several Apis, each with its own OpenAPI file',
    );
  },
};
