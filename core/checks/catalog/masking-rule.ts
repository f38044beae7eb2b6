import { type Check, error } from './check';

/** A rule that shortens says how much it keeps, and only such a rule does. */
export const maskingRule: Check = {
  code: 'masking-rule',
  *find({ catalog }) {
    for (const policy of catalog.policies.masking.values()) {
      for (const [index, { path, action, keep }] of policy.value.rules.entries()) {
        const words = `rule for ${path} of masking policy '${policy.name}'`;
        if (action === 'truncate' && keep === undefined) {
          yield error(
            policy.at(['rules', index, 'action']),
            `${words} shortens without saying to how many characters`,
            'add `keep` with that number',
          );
        }
        if (action === 'remove' && keep !== undefined) {
          yield error(
            policy.at(['rules', index, 'keep']),
            `${words} removes the field and keeps ${keep} characters of it`,
            'take `keep` out, or write `action: truncate`',
          );
        }
      }
    }
  },
};
