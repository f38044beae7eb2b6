import type { KeyProblem } from '../../model';
import { type Check, error } from './check';

/**
 * The check that reports one kind of problem with public keys, of applications and of token policies. A key that several
 * environments share by an alias is one key.
 */
export function keyProblem(code: KeyProblem): Check {
  return {
    code,
    *find({ applicationKeys, issuerKeys }) {
      const seen = new Set<string>();
      for (const key of [...applicationKeys, ...issuerKeys]) {
        const { result } = key;
        if (result.ok || result.code !== code) continue;
        const { path, ...place } = key.at();
        const text = JSON.stringify(place);
        if (seen.has(text) && place.document === undefined) continue;
        seen.add(text);
        yield error({ ...place, path }, `${key.label} ${result.message}`, result.hint);
      }
    },
  };
}
