/** A seal depends on the terms of its tier, so there can be no example. */
export const SEAL_HINT = 'remove it; the check then prints the seal to write';
