import { keyProblem } from './key-problem';

/** Public keys can be read, and an algorithm of ours works with them. */
export const unusableKey = keyProblem('unusable-key');
