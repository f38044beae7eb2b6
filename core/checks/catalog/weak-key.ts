import { keyProblem } from './key-problem';

/** RSA keys have at least 2048 bits and a usual exponent. */
export const weakKey = keyProblem('weak-key');
