/** No example of a seal would fit the terms of a tier. */
export const SEAL_HINT = 'remove it; the check then prints the seal to write';
