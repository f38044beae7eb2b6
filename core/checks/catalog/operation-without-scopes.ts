import type { ApiEntry } from '../../model';
import { exposedOperations } from '../../model';
import { flow } from '../../model/messages/shown';
import { type Check, error } from './check';
import { listOperations } from './shared/list-operations';

/**
 * Every operation that partners reach needs a scope, or the Api document says that it needs none. A file that requires nothing,
 * by intent or by mistake, opens nothing.
 */
export const operationWithoutScopes: Check = {
  code: 'operation-without-scopes',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const open = exposedOperations(api)
        .filter(({ id, scopes }) => scopes.length === 0 && !isHalfUnderstood(api, id))
        .map(({ id }) => id);
      if (open.length === 0) continue;
      const needs = `${open.length === 1 ? 'needs' : 'need'} no scope`;
      yield error(
        api.at(['openapi']),
        `${listOperations(open)} of api '${api.name}' ${needs}, so every subscriber may call ${open.length === 1 ? 'it' : 'them'}`,
        hintFor(open, open.length === api.definition.operations.length),
      );
    }
  },
};

/** Both ways out, as they would be written in the Api: for the operations alone, or for all that need no scope. */
function hintFor(open: readonly string[], isWhole: boolean): string {
  const [first = ''] = open;
  const route = (scopes: string) => `\`routes: [{ operation: ${flow(first)}, scopes: ${scopes} }]\``;
  return isWhole
    ? 'if that is meant, write `scopes: none` in the Api; else `scopes: [...]` there, or `security` in the OpenAPI file'
    : `if that is meant, write ${route('none')}, or \`scopes: none\` for all of them; else ${route('[...]')}, or \`security\` in the OpenAPI file`;
}

/** What is wrong with the operation in its file is reported, and comes first. */
function isHalfUnderstood({ definition }: ApiEntry, operation: string): boolean {
  return (definition.origin?.operations.get(operation)?.problems ?? []).some(({ severity }) => severity === 'error');
}
