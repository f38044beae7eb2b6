import { checkOf } from '../../../core/checks';
import type { Finding } from '../../../core/model';
import type { Format, ReportOptions } from '../../../core/report';

/** A made-up secret, composed here so that secret scanners do not report this file. */
export const SECRET = `ghp_${'a1B2'.repeat(9)}`;

/** A valid finding; tests change one property. */
export function finding(changes: Partial<Omit<Finding, 'at'>> & { at?: Partial<Finding['at']> } = {}): Finding {
  const { at, ...rest } = changes;
  return {
    code: 'unknown-reference',
    severity: 'error',
    message: "tier 'payed' does not exist",
    hint: "did you mean 'paid'? tiers are: free, paid",
    ...rest,
    at: { file: 'catalog/acme.yaml', line: 2, column: 7, path: '/subscriptions/0/tier', length: 5, ...at },
  };
}

export const TEXTS: ReadonlyMap<string, string> = new Map([
  ['catalog/acme.yaml', 'name: acme\ntier: payed # soon\nlast: 1\n'],
]);

export function options(format: Format, changes: Partial<ReportOptions> = {}): ReportOptions {
  return { format, texts: TEXTS, color: false, checkOf, ...changes };
}
