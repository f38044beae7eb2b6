import { ACCESS_WIDENING } from './access-control/widening';
import { MASKING_WIDENING } from './masking/widening';
import { MTLS_WIDENING } from './mtls/widening';
import type { WideningList } from './plugin/widening-list';
import { TIER_LIMITS_WIDENING } from './tier-limits/widening';

/** The widening lists of all policies. Every other setting has either its old or its new value. */
export const WIDENING_LISTS: readonly WideningList[] = [
  ...ACCESS_WIDENING,
  ...MASKING_WIDENING,
  ...MTLS_WIDENING,
  ...TIER_LIMITS_WIDENING,
];
