import { type ApiEntry, type ApiOperation, type Catalog, scopeAlternatives } from '../../../core/model';
import { type AccessView, type ApplicationView, accessIn } from '../../../core/view';

/** A grant for one operation: an application may call it through one of its subscriptions. */
export interface Grant {
  readonly access: ApplicationView;
  readonly subscription: AccessView;
  readonly api: ApiEntry;
  readonly operation: ApiOperation;
  /** Scopes that the operation requires and the application was granted. */
  readonly scopes: readonly string[];
  /** Whether the application signs the API's tokens itself. */
  readonly partnerSigned: boolean;
  readonly mtls: boolean;
  readonly userContext: 'three-legged' | 'two-legged' | 'any';
}

/** All grants in an environment, in the order of applications and subscriptions. */
export function grantsIn(catalog: Catalog, environment: string, asOf: string): readonly Grant[] {
  return accessIn(catalog, environment, asOf).flatMap((access) =>
    access.subscriptions
      .filter(({ granted }) => granted)
      .flatMap((subscription) => grantsOfSubscription(access, subscription)),
  );
}

function grantsOfSubscription(access: ApplicationView, subscription: AccessView): readonly Grant[] {
  const { api, offer, scopes: granted } = subscription;
  const { consent, mtls, token } = offer.policies;
  const streaming = new Set(api.value.routes?.filter((route) => route.streaming).map((route) => route.operation));
  return [...offer.operations.values()]
    .filter(({ operation }) => !streaming.has(operation.id))
    .flatMap(({ operation }) => {
      const scopes = scopeAlternatives(operation).find((required) =>
        required.every((scope) => granted.value.includes(scope)),
      );
      if (!scopes) return [];
      return [
        {
          access,
          subscription,
          api,
          operation,
          scopes,
          partnerSigned: token?.value.signedBy === 'partner',
          mtls: mtls !== undefined,
          userContext: consent?.value.userContext ?? 'any',
        },
      ];
    });
}

/** The header for the idempotency key, if the operation requires one. */
export function idempotencyHeader({ api, operation }: Grant): string | undefined {
  const { idempotency } = api.value;
  return idempotency?.operations.includes(operation.id) ? idempotency.header : undefined;
}

/** `acme-bank_mobile-banking: sim-swap checkSimSwap` */
export function grantName({ access, api, operation }: Grant): string {
  return `${access.application.id}: ${api.name} ${operation.id}`;
}
