/** A seal is the digest of a terms file, which a command writes. */
export const SEAL_HINT = "remove it, and run 'gatewright seal' for the tier";
