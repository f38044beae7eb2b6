/** `gatewright seal`: writes the terms of tiers to files that never change. */
export { type SealedTerms, type SealRequest, type SealResult, sealTiers } from './seal-tiers';
