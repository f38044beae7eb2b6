import { NO_SCOPE } from '../../model';
import { type Check, found } from '../check';

export const scopesWeakened: Check<'scopes-weakened'> = {
  code: 'scopes-weakened',
  severity: 'error',
  per: 'api',
  summary: 'A route has `scopes: none`, but the OpenAPI file requires scopes for its operation.',
  rationale: 'every subscriber could call an operation that its authors protected',
  fix: 'Remove `scopes: none`, or change `security` of the operation in the OpenAPI file.',
  details:
    'If the OpenAPI file has an alternative without scopes (`security: [{ oauth: [read] }, {}]`), the Api document may choose it with `scopes: none`; otherwise the scopes are needed.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: number-verification
routes:
  - { operation: getSession, scopes: none }
`,
    prefer: `kind: Api
name: number-verification
routes:
  - { operation: getSession, scopes: [number-verification:sessions] }
`,
  },
  *find(api) {
    const defined = new Map(api.definition.operations.map((operation) => [operation.id, operation]));
    for (const [index, { operation: id, scopes }] of (api.value.routes ?? []).entries()) {
      const operation = defined.get(id);
      if (scopes !== NO_SCOPE || !operation || operation.scopes.length === 0 || operation.scopesOptional) continue;
      const required = operation.scopes.map((all) => all.join(' and ')).join(', or ');
      yield found(
        api.at(['routes', index, 'scopes']),
        `operation '${id}' of api '${api.name}' has \`scopes: none\`, but its OpenAPI file requires ${required}`,
        'remove `scopes: none`, or change `security` of the operation in the OpenAPI file',
      );
    }
  },
};
