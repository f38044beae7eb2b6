import type { Check } from '../check';

/** Every guardrail, by code. */
export const GUARDRAILS: readonly Check[] = [];
