import { type DocumentCheck, found } from '../check';

export const invalidMaskingRule: DocumentCheck<'MaskingPolicy', 'invalid-masking-rule'> = {
  code: 'invalid-masking-rule',
  severity: 'error',
  per: 'document',
  kinds: ['MaskingPolicy'],
  summary: 'A masking rule truncates a field without a number of characters, or removes a field and keeps some of it.',
  rationale: 'the rule is ambiguous, and a guess could leave in the response what it was meant to hide',
  fix: 'Write `keep` with `action: truncate`, and only there.',
  waivable: false,
  examples: {
    avoid: `kind: MaskingPolicy
name: hide-detail
rules:
  - { path: $.detail, action: truncate, operations: [retrieveDate] }
`,
    prefer: `kind: MaskingPolicy
name: hide-detail
rules:
  - { path: $.detail, action: truncate, keep: 4, operations: [retrieveDate] }
`,
  },
  *find(policy) {
    for (const [index, { path, action, keep }] of policy.value.rules.entries()) {
      const subject = `the rule for ${path} of masking policy '${policy.name}'`;
      if (action === 'truncate' && keep === undefined) {
        yield found(
          policy.at(['rules', index, 'action']),
          `${subject} truncates the field without a number of characters to keep`,
          'add `keep` with that number',
        );
      }
      if (action === 'remove' && keep !== undefined) {
        yield found(
          policy.at(['rules', index, 'keep']),
          `${subject} removes the field but keeps ${keep} characters of it`,
          'remove `keep`, or write `action: truncate`',
        );
      }
    }
  },
};
