import { LONGEST_SKEW_S } from '../../../policies/target/duration-limits';
import { type Catalog, durationMs, type Finding, withDefaults } from '../../model';

/** Clocks that are an hour apart are broken, and a token's end would mean nothing. */
export function* clockSkew(catalog: Catalog): Iterable<Finding> {
  for (const policy of catalog.policies.token.values()) {
    const { clockSkew } = withDefaults('TokenPolicy', policy.value);
    if (durationMs(clockSkew) <= LONGEST_SKEW_S * 1000) continue;
    yield {
      code: 'clock-skew',
      severity: 'error',
      message: `token policy '${policy.name}' lets tokens live ${clockSkew} longer than they say`,
      hint: 'an hour is the most; seconds are usual',
      at: policy.at(['clockSkew']),
    };
  }
}
