import { keyProblem } from './key-problem';

/** No private key stands where a public one belongs, under whatever label. Other texts are looked through when they are read. */
export const privateKey = keyProblem('private-key');
