import {
  type ApiEntry,
  type ApiOperation,
  type Catalog,
  exposedOperations,
  scopeAlternatives,
} from '../../../core/model';
import { type ApplicationAccess, accessIn, type SubscriptionAccess } from '../../../core/view';

/** One thing that an application may do: an operation of an API that it subscribed to. */
export interface Way {
  readonly access: ApplicationAccess;
  readonly subscription: SubscriptionAccess;
  readonly api: ApiEntry;
  readonly operation: ApiOperation;
  /** Scopes that the operation needs and the application was granted. */
  readonly scopes: readonly string[];
  /** Whether the application signs the API's tokens itself. */
  readonly partnerSigned: boolean;
  readonly mtls: boolean;
  readonly userContext: 'three-legged' | 'two-legged' | 'any';
}

/** Every way that is granted in an environment, in the order of applications and subscriptions. */
export function waysIn(catalog: Catalog, environment: string, asOf: string): readonly Way[] {
  return accessIn(catalog, environment, asOf).flatMap((access) =>
    access.subscriptions
      .filter(({ granted }) => granted)
      .flatMap((subscription) => waysOf(catalog, access, subscription)),
  );
}

function waysOf({ policies }: Catalog, access: ApplicationAccess, subscription: SubscriptionAccess): readonly Way[] {
  const { api } = subscription;
  const streaming = new Set(api.value.routes?.filter((route) => route.streaming).map((route) => route.operation));
  return exposedOperations(api)
    .filter(({ id }) => !streaming.has(id))
    .flatMap((operation) => {
      const granted = subscription.subscription.scopes ?? [];
      const scopes = scopeAlternatives(operation).find((needed) => needed.every((scope) => granted.includes(scope)));
      if (!scopes) return [];
      const named = api.value.policies;
      return [
        {
          access,
          subscription,
          api,
          operation,
          scopes,
          partnerSigned: policies.token.get(named.token)?.value.signedBy === 'partner',
          mtls: named.mtls !== undefined,
          userContext: policies.consent.get(named.consent ?? '')?.value.userContext ?? 'any',
        },
      ];
    });
}

/** The header in which a way needs an idempotency key. */
export function idempotencyHeader({ api, operation }: Way): string | undefined {
  const { idempotency } = api.value;
  return idempotency?.operations.includes(operation.id) ? idempotency.header : undefined;
}

/** `acme-bank_mobile-banking: sim-swap checkSimSwap` */
export function wayName({ access, api, operation }: Way): string {
  return `${access.application.id}: ${api.name} ${operation.id}`;
}
