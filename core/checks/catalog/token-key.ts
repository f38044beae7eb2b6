import { withDefaults } from '../../model';
import { type Check, error } from './check';

/** Keys of an issuer that stand in a token policy have ids of their own, and an accepted algorithm suits each. */
export const tokenKey: Check = {
  code: 'token-key',
  *find({ issuerKeys }) {
    const first = new Map<string, string>();
    for (const { policy, environment, jwk, label, result, at } of issuerKeys) {
      if (policy.value.signedBy !== 'idp') continue;
      const other = first.get(`${policy.name} ${environment} ${jwk.kid}`);
      if (jwk.kid === undefined) {
        yield error(at(), `${label} has no id`, "add `kid`, the value that tokens have in their header's 'kid'");
      } else if (other !== undefined) {
        yield error(at(), `${label} has the id of ${other}`, 'give each key a `kid` of its own');
      } else first.set(`${policy.name} ${environment} ${jwk.kid}`, label);
      if (!result.ok) continue;
      const accepted = withDefaults('TokenPolicy', policy.value).algorithms;
      const suits = result.fixed ? [result.algorithm] : result.algorithms;
      if (suits.some((algorithm) => accepted.includes(algorithm))) continue;
      yield error(
        at(),
        `${label} suits ${suits.join(', ')}, of which the policy accepts none`,
        `the policy accepts ${accepted.join(', ')}; add one to its \`algorithms\`, or take the key out`,
      );
    }
  },
};
