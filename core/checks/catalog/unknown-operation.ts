import type { ApiEntry, Position } from '../../model';
import { didYouMean, operationSlug } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import type { CheckInput } from '../input';
import { type Check, error, type Found } from './check';
import { groupEqual } from './group-equal';
import { apisByPolicy } from './shared/apis-by-policy';

/** Every operation that a document names is one of the API's OpenAPI file. */
export const unknownOperation: Check = {
  code: 'unknown-operation',
  find: (input) => groupEqual(everywhere(input)),
};

function* everywhere(input: CheckInput): Iterable<Found> {
  for (const api of input.catalog.apis.values()) {
    for (const [index, { operation }] of (api.value.routes ?? []).entries()) {
      yield* unknown([api], operation, api.at(['routes', index, 'operation']));
    }
    for (const [index, operation] of (api.value.idempotency?.operations ?? []).entries()) {
      yield* unknown([api], operation, api.at(['idempotency', 'operations', index]));
    }
  }
  for (const tier of input.catalog.tiers.values()) {
    for (const [index, { api: name, operation }] of (tier.value.overrides ?? []).entries()) {
      const api = input.catalog.apis.get(name);
      if (!api || operation === undefined) continue;
      yield* unknown([api], operation, tier.at(['overrides', index, 'operation']));
    }
  }
  yield* inMaskingPolicies(input);
}

/** A policy may serve several APIs: an operation has to be in one of them. Without any it cannot be told. */
function* inMaskingPolicies({ catalog }: CheckInput): Iterable<Found> {
  if (anyUnread(catalog, 'Api')) return;
  const users = apisByPolicy(catalog, 'masking');
  for (const policy of catalog.policies.masking.values()) {
    const apis = users.get(policy.name);
    if (!apis) continue;
    for (const [index, rule] of policy.value.rules.entries()) {
      for (const [place, operation] of (rule.operations ?? []).entries()) {
        yield* unknown(apis, operation, policy.at(['rules', index, 'operations', place]));
      }
    }
  }
}

/** A name may be spelled in another way: an operation without an id is named `GET /users`, not `get-users`. */
function hintFor(operation: string, known: ReadonlySet<string>): string {
  const alike = [...known].filter((id) => operationSlug(id) === operationSlug(operation));
  return alike.length === 1 ? `did you mean '${alike[0]}'?` : didYouMean(operation, known, 'operations');
}

function* unknown(apis: readonly ApiEntry[], operation: string, at: Position): Iterable<Found> {
  const known = apis.flatMap((api) => api.definition.operations.map(({ id }) => id));
  if (known.includes(operation)) return;
  const owners =
    apis.length === 1 ? `api '${apis[0]?.name}'` : `apis ${apis.map(({ name }) => `'${name}'`).join(', ')}`;
  yield error(at, `operation '${operation}' does not exist in ${owners}`, hintFor(operation, new Set(known)));
}
