import type { Catalog } from '../../core/model';
import { accessIn } from '../../core/view';
import type { IssuerClient } from './client';

/** A partner's application, as an operator registers it at its identity provider. */
export type Registration = Omit<IssuerClient, 'key'>;

/** The scope that a client needs to retrieve the consent of a token's user. */
export const CONSENT_SCOPE = 'consent-info:retrieve';

/**
 * The clients for a catalog's applications in one environment, with the scopes and purposes of their granted subscriptions.
 * Applications that sign all their tokens themselves need no client.
 *
 * @param asOf the as-of date of the catalog
 */
export function registrationsOf(catalog: Catalog, environment: string, asOf: string): readonly Registration[] {
  return accessIn(catalog, environment, asOf).flatMap(({ present, credentials, subscriptions }) => {
    if (!present || !credentials) return [];
    const granted = subscriptions.filter(
      ({ granted, offer }) => granted && offer.policies.token?.value.signedBy === 'idp',
    );
    const grantTypes = granted.flatMap(({ subscription }) => subscription.grantTypes ?? []);
    const live = granted.some(({ offer }) => offer.policies.consent?.value.live?.source === 'consent-info');
    const scopes = granted.flatMap(({ scopes, purpose }) => [...scopes.value, ...(purpose ? [purpose.value] : [])]);
    if (granted.length === 0) return [];
    return [
      {
        clientId: credentials.clientId,
        scopes: [...new Set([...scopes, ...(live ? [CONSENT_SCOPE] : [])])].sort(),
        forUsers: grantTypes.some((grantType) => grantType !== 'client_credentials'),
        certificateBound: (credentials.certificates ?? []).length > 0,
      },
    ];
  });
}
