import type { ApiEntry, Position } from '../../model';
import { didYouMean, operationSlug } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, type Found, found } from '../check';
import type { CheckInput } from '../input';
import { apisByPolicy } from './shared/apis-by-policy';
import { isOfType, writtenItems } from './shared/price-lists';

export const unknownOperation: Check<'unknown-operation'> = {
  code: 'unknown-operation',
  severity: 'error',
  per: 'catalog',
  summary: "A document names an operation that the API's OpenAPI file does not have.",
  rationale: 'the setting, such as a limit, a price or a masking rule, would silently have no effect',
  fix: 'Write the operation as the OpenAPI file has it: its `operationId`, or method and path (`GET /status`) if it has none of its own.',
  details: 'A masking policy may be shared: each of its operations must be in one of the APIs that use it.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: sim-swap
routes:
  - { operation: streamEvent, streaming: true }
`,
    prefer: `kind: Api
name: sim-swap
routes:
  - { operation: streamEvents, streaming: true }
`,
  },
  joined: (count) => `referenced in ${count} places`,
  find: allUnknown,
};

function* allUnknown(input: CheckInput): Iterable<Found> {
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
  yield* inPrices(input);
  yield* inMaskingPolicies(input);
}

/** The operations that items of prices list, in tiers and in the deviations of contracts. */
function* inPrices({ catalog }: CheckInput): Iterable<Found> {
  for (const document of [...catalog.tiers.values(), ...catalog.partners.values()]) {
    for (const item of writtenItems(document)) {
      if (!isOfType(item, 'calls')) continue;
      for (const [index, { api: name, operation }] of (item.value.operations ?? []).entries()) {
        const api = catalog.apis.get(name);
        if (api) yield* unknown([api], operation, item.at(['operations', index, 'operation']));
      }
    }
  }
}

/** A policy may be shared by several APIs: one of them must have the operation. A policy of no API is not checked. */
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

/** An operation without an ID may be written in another form: `get-users` for `GET /users`. */
function hintFor(operation: string, known: ReadonlySet<string>): string {
  const similar = [...known].filter((id) => operationSlug(id) === operationSlug(operation));
  return similar.length === 1 ? `did you mean '${similar[0]}'?` : didYouMean(operation, known, 'operations');
}

function* unknown(apis: readonly ApiEntry[], operation: string, at: Position): Iterable<Found> {
  const known = apis.flatMap((api) => api.definition.operations.map(({ id }) => id));
  if (known.includes(operation)) return;
  const owners =
    apis.length === 1 ? `api '${apis[0]?.name}'` : `apis ${apis.map(({ name }) => `'${name}'`).join(', ')}`;
  yield found(at, `operation '${operation}' does not exist in ${owners}`, hintFor(operation, new Set(known)));
}
