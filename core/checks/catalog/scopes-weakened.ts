import { NO_SCOPE } from '../../model';
import { type Check, error } from './check';

/** An Api document does not take away a scope that its OpenAPI file requires. */
export const scopesWeakened: Check = {
  code: 'scopes-weakened',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const defined = new Map(api.definition.operations.map((operation) => [operation.id, operation]));
      for (const [index, { operation: id, scopes }] of (api.value.routes ?? []).entries()) {
        const operation = defined.get(id);
        if (scopes !== NO_SCOPE || !operation || operation.scopes.length === 0 || operation.scopesOptional) continue;
        const required = operation.scopes.map((all) => all.join(' and ')).join(', or ');
        yield error(
          api.at(['routes', index, 'scopes']),
          `operation '${id}' of api '${api.name}' is to need no scope, but its OpenAPI file requires ${required}`,
          'take `scopes: none` out, or change `security` of the operation in the OpenAPI file',
        );
      }
    }
  },
};
