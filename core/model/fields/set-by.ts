import type { Path } from '../base/position';
import type { JsonSchema } from '../json-schema';
import type { Kind } from '../kinds/document-of';
import { resolved } from '../schemas';
import { type Field, fieldsOf } from './fields';

/**
 * Who may set a field: the partner that applies for access, in a form; a program (onboarding, `gatewright seal`), which derives the
 * value; or only the operator.
 */
export type SetBy = NonNullable<JsonSchema['x-set-by']>;

/**
 * Who may set a field of a document. The keyword `x-set-by` of a schema applies to the field and to everything inside it that has
 * no such keyword; without one, only the operator may set a field, and the same goes for a field that the schema does not have.
 *
 * @param path a field that contains no others. A map or a list is the operator's unless all of it is set by someone else
 */
export function setBy(kind: Kind, path: Path): SetBy {
  const field = fieldsOf(kind).find(({ pattern }) => isMatch(pattern, path));
  return field ? setterOf(field) : 'operator';
}

/** Who may set a field, see {@link setBy}. */
export function setterOf({ schema, parents }: Pick<Field, 'schema' | 'parents'>): SetBy {
  for (const one of [schema, ...parents.toReversed()]) {
    const written = resolved(one).schema['x-set-by'];
    if (written !== undefined) return written;
  }
  return 'operator';
}

function isMatch(pattern: readonly string[], path: Path): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((step, index) => {
      const actual = path[index];
      return typeof actual === 'number' ? step === '*' : step === '{*}' || step === actual;
    })
  );
}
