import { entriesOf, kindWord } from '../entries';
import { KINDS } from '../kinds';
import type { Path } from '../position';
import { holdsPrivateKey } from '../private-key';
import { type Check, error } from './check';
import { keyProblem } from './key-problem';

const inKeys = keyProblem('private-key');

/** No private key stands anywhere in a catalog. */
export const privateKey: Check = {
  code: inKeys.code,
  *find(input) {
    yield* inKeys.find(input);
    for (const kind of KINDS) {
      for (const entry of entriesOf(input.catalog, kind).values()) {
        for (const path of privateTexts(entry.value, [])) {
          // Those in keys are told above; a partner's applications are entries of their own.
          if (path.at(-1) === 'pem' || (kind === 'Partner' && path[0] === 'applications')) continue;
          yield error(
            entry.at(path),
            `${kindWord(kind)} '${entry.name}' holds a private key`,
            'take it out, treat it as leaked, and make a new one; a catalog holds nothing secret',
          );
        }
      }
    }
  },
};

function* privateTexts(value: unknown, path: Path): Iterable<Path> {
  if (typeof value === 'string') {
    if (holdsPrivateKey(value)) yield path;
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      yield* privateTexts(item, [...path, key]);
    }
  }
}
