import { policyOf } from '../../model';
import { type Check, found } from '../check';

export const maskedStream: Check<'masked-stream'> = {
  code: 'masked-stream',
  severity: 'error',
  per: 'api',
  summary: 'A masking policy has rules for the responses of an operation that is streaming.',
  rationale: 'streamed responses are passed on unchanged, so the fields would not be masked',
  fix: "Remove `streaming`, or list the other operations in the rules' `operations`.",
  waivable: false,
  examples: {
    avoid: `kind: MaskingPolicy
name: hide-detail
rules:
  - { path: $.detail, action: remove }
---
kind: Api
name: sim-swap
policies: { masking: hide-detail }
routes:
  - { operation: streamEvents, streaming: true }
`,
    prefer: `kind: MaskingPolicy
name: hide-detail
rules:
  - { path: $.detail, action: remove, operations: [checkSimSwap, retrieveDate] }
---
kind: Api
name: sim-swap
policies: { masking: hide-detail }
routes:
  - { operation: streamEvents, streaming: true }
`,
  },
  *find(api, { catalog }) {
    const policy = policyOf(catalog, api.value, 'masking');
    if (!policy) return;
    for (const [index, { operation, streaming, exposed }] of (api.value.routes ?? []).entries()) {
      if (!streaming || exposed === false) continue;
      if (!policy.value.rules.some((rule) => rule.operations?.includes(operation) ?? true)) continue;
      yield found(
        api.at(['routes', index, 'streaming']),
        `operation '${operation}' of api '${api.name}' is streaming, but masking policy '${policy.name}' has rules for its responses`,
        "remove `streaming`, or list the other operations in the rules' `operations`",
      );
    }
  },
};
