import { LONGEST_SKEW_S } from '../../../policies/target/duration-limits';
import { clockSkewOf } from '../../../policies/token/settings';
import { type Catalog, type Diagnostic, durationMs } from '../../model';

/** Clocks that are an hour apart are broken, and a token's end would mean nothing. */
export function* clockSkew(catalog: Catalog): Iterable<Diagnostic> {
  for (const policy of catalog.policies.token.values()) {
    if (durationMs(clockSkewOf(policy.value)) <= LONGEST_SKEW_S * 1000) continue;
    yield {
      code: 'clock-skew',
      severity: 'error',
      message: `token policy '${policy.name}' lets tokens live ${clockSkewOf(policy.value)} longer than they say`,
      hint: 'an hour is the most; seconds are usual',
      at: policy.at(['clockSkew']),
    };
  }
}
