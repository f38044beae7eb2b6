import type { KeyProblem } from '../keys/public-key';
import { type Check, error } from './check';

/** The check that reports one kind of problem with public keys, of applications and of token policies. */
export function keyProblem(code: KeyProblem): Check {
  return {
    code,
    *find({ applicationKeys, issuerKeys }) {
      for (const key of [...applicationKeys, ...issuerKeys]) {
        const { result } = key;
        if (result.ok || result.code !== code) continue;
        yield error(key.at(), `${key.words} ${result.message}`, result.hint);
      }
    },
  };
}
