import { MAX_CLOCK_SKEW_S } from '../../../policies/target/duration-limits';
import { durationMs, withDefaults } from '../../model';
import { type DocumentCheck, found } from '../check';

export const clockSkewTooLarge: DocumentCheck<'TokenPolicy', 'clock-skew-too-large'> = {
  code: 'clock-skew-too-large',
  severity: 'error',
  per: 'document',
  kinds: ['TokenPolicy'],
  summary: 'A token policy allows clocks to differ by more than an hour.',
  rationale: 'every token then stays valid that much longer than its expiry, also a revoked or stolen one',
  fix: 'Allow a few seconds, an hour at most, and synchronise the clocks.',
  waivable: false,
  examples: {
    avoid: `kind: TokenPolicy
name: operator-idp
clockSkew: 2 hours
`,
    prefer: `kind: TokenPolicy
name: operator-idp
clockSkew: 30 seconds
`,
  },
  *find(policy) {
    const { clockSkew } = withDefaults('TokenPolicy', policy.value);
    if (durationMs(clockSkew) <= MAX_CLOCK_SKEW_S * 1000) return;
    yield found(
      policy.at(['clockSkew']),
      `token policy '${policy.name}' accepts tokens for ${clockSkew} after they expire; at most 1 hour is allowed`,
      "write a few seconds, such as '30 seconds'",
    );
  },
};
