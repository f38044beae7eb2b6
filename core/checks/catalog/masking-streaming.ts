import { policyOf } from '../../model';
import { type Check, error } from './check';

/** What is passed on as it comes cannot be masked. */
export const maskingStreaming: Check = {
  code: 'masking-streaming',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const policy = policyOf(catalog, api.value, 'masking');
      if (!policy) continue;
      for (const [index, { operation, streaming, exposed }] of (api.value.routes ?? []).entries()) {
        if (!streaming || exposed === false) continue;
        if (!policy.value.rules.some((rule) => rule.operations?.includes(operation) ?? true)) continue;
        yield error(
          api.at(['routes', index, 'streaming']),
          `operation '${operation}' of api '${api.name}' is streaming, but masking policy '${policy.name}' has rules for its answers`,
          "take `streaming` out, or name the other operations in the rules' `operations`",
        );
      }
    }
  },
};
