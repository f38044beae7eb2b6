import { keyProblem } from './key-problem';

/** A key suits the algorithm that it is used with. */
export const keyAlgorithm = keyProblem('key-algorithm');
