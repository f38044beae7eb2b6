import type { ApiEntry } from '../../model';
import { exposedOperations } from '../../model';
import { flow } from '../../model/messages/shown';
import { type Check, found } from '../check';
import { listOperations } from './shared/list-operations';

export const operationWithoutScopes: Check<'operation-without-scopes'> = {
  code: 'operation-without-scopes',
  severity: 'error',
  per: 'api',
  summary: 'An exposed operation requires no scope, and the Api does not state that this is intended.',
  rationale:
    'intended or not, every application with a subscription to the API could call the operation, whatever scopes it was granted',
  fix: 'Add scopes to the OpenAPI file or to the Api, or state the intent with `scopes: none`, in a route or for the whole API.',
  details:
    'The OpenAPI file requires no scope if the operation has no `security`, an empty list, only an empty alternative, or only schemes without scopes (`apiKey`, `http`, `mutualTLS`). A call still needs a valid token and a subscription.',
  waivable: false,
  examples: {
    avoid: {
      files: {
        'device-location.openapi.yaml': `openapi: 3.0.3
info: { title: Device Location, version: 1.0.0 }
paths:
  /retrieve:
    post:
      operationId: retrieveLocation
      responses: { '200': { description: OK } }
`,
      },
    },
    prefer: {
      files: {
        'device-location.openapi.yaml': `openapi: 3.0.3
info: { title: Device Location, version: 1.0.0 }
paths:
  /retrieve:
    post:
      operationId: retrieveLocation
      security: [{ openId: [location:read] }]
      responses: { '200': { description: OK } }
components:
  securitySchemes:
    openId: { type: openIdConnect, openIdConnectUrl: https://idp.example/.well-known/openid-configuration }
`,
      },
    },
  },
  *find(api) {
    const open = exposedOperations(api)
      .filter(({ id, scopes }) => scopes.length === 0 && !hasErrors(api, id))
      .map(({ id }) => id);
    if (open.length === 0) return;
    const isOne = open.length === 1;
    yield found(
      api.at(['openapi']),
      `${listOperations(open)} of api '${api.name}' ${isOne ? 'requires' : 'require'} no scope, so every subscriber may call ${isOne ? 'it' : 'them'}`,
      hintFor(open, open.length === api.definition.operations.length),
    );
  },
};

/** Both solutions as the Api would have them: for single operations, or for all that require no scope. */
function hintFor(open: readonly string[], isWholeApi: boolean): string {
  const [first = ''] = open;
  const route = (scopes: string) => `\`routes: [{ operation: ${flow(first)}, scopes: ${scopes} }]\``;
  return isWholeApi
    ? 'if that is intended, write `scopes: none` in the Api; otherwise `scopes: [...]` there, or `security` in the OpenAPI file'
    : `if that is intended, write ${route('none')}, or \`scopes: none\` for all of them; otherwise ${route('[...]')}, or \`security\` in the OpenAPI file`;
}

/** Whether the OpenAPI file has an error in an operation. It is reported, and has to be fixed first. */
function hasErrors({ definition }: ApiEntry, operation: string): boolean {
  return (definition.origin?.operations.get(operation)?.problems ?? []).some(
    ({ code }) => code === 'invalid-operation',
  );
}
