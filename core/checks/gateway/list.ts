import type { Check } from '../check';

/** Every check of what the gateways of a catalog can do, by code. */
export const GATEWAY_CHECKS: readonly Check[] = [];
