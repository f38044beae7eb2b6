import { policyOf } from '../../model';
import { type Check, error } from './check';

/** Where a user has to stand behind the call, the token policy can tell whether one does. */
export const userContext: Check = {
  code: 'user-context',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const consent = policyOf(catalog, api.value, 'consent');
      const token = policyOf(catalog, api.value, 'token');
      if (consent?.value.userContext !== 'three-legged' || !token) continue;
      const words = `consent policy '${consent.name}' of api '${api.name}' wants three-legged tokens, but token policy '${token.name}'`;
      if (token.value.signedBy === 'partner') {
        yield error(
          api.at(['policies', 'consent']),
          `${words} is for tokens that partners sign, which are always two-legged`,
          'take a token policy that is `signedBy: idp`, or a consent policy with another `userContext`',
        );
      } else if (!token.value.threeLegged) {
        yield error(
          api.at(['policies', 'consent']),
          `${words} has no rule that tells them: every call would be refused`,
          'add `threeLegged` to the token policy, or take a consent policy with another `userContext`',
        );
      }
    }
  },
};
