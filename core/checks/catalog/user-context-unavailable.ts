import { policyOf } from '../../model';
import { type Check, found } from '../check';

export const userContextUnavailable: Check<'user-context-unavailable'> = {
  code: 'user-context-unavailable',
  severity: 'error',
  per: 'api',
  summary: 'The consent policy of an API requires three-legged tokens, but its token policy cannot recognize them.',
  rationale: 'every call would be rejected, or consent would not be checked for the right user',
  fix: 'Add `threeLegged` to the token policy, use a token policy with `signedBy: idp`, or use a consent policy with another `userContext`.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: device-location
policies: { token: partner-keys, consent: fraud-prevention }
`,
    prefer: `kind: Api
name: device-location
policies: { token: operator-idp, consent: fraud-prevention }
`,
  },
  *find(api, { catalog }) {
    const consent = policyOf(catalog, api.value, 'consent');
    const token = policyOf(catalog, api.value, 'token');
    if (consent?.value.userContext !== 'three-legged' || !token) return;
    const subject = `consent policy '${consent.name}' of api '${api.name}' requires three-legged tokens, but token policy '${token.name}'`;
    if (token.value.signedBy === 'partner') {
      yield found(
        api.at(['policies', 'consent']),
        `${subject} is for tokens that partners sign, which are always two-legged`,
        'use a token policy with `signedBy: idp`, or a consent policy with another `userContext`',
      );
    } else if (!token.value.threeLegged) {
      yield found(
        api.at(['policies', 'consent']),
        `${subject} has no rule to recognize them, so every call would be rejected`,
        'add `threeLegged` to the token policy, or use a consent policy with another `userContext`',
      );
    }
  },
};
