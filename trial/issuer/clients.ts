import type { Catalog } from '../../core/model';
import { accessIn } from '../../core/view';
import type { IssuerClient } from './client';

/** What an operator registers at its identity provider for a partner's application. */
export type Registration = Omit<IssuerClient, 'key'>;

/** The scope with which a client asks for the consent of a token's user. */
export const CONSENT_SCOPE = 'consent-info:retrieve';

/**
 * The clients that a catalog's applications are in one environment: with the scopes and the purposes that their granted
 * subscriptions name. Applications that sign all their tokens themselves have none.
 *
 * @param asOf the day for which the catalog is read
 */
export function registrationsOf(catalog: Catalog, environment: string, asOf: string): readonly Registration[] {
  return accessIn(catalog, environment, asOf).flatMap(({ present, credentials, subscriptions }) => {
    if (!present || !credentials) return [];
    const granted = subscriptions.filter(
      ({ granted, offer }) => granted && offer.policies.token?.value.signedBy === 'idp',
    );
    const grants = granted.flatMap(({ subscription }) => subscription.grantTypes ?? []);
    const live = granted.some(({ offer }) => offer.policies.consent?.value.live?.source === 'consent-info');
    const scopes = granted.flatMap(({ scopes, purpose }) => [...scopes.value, ...(purpose ? [purpose.value] : [])]);
    if (granted.length === 0) return [];
    return [
      {
        clientId: credentials.clientId,
        scopes: [...new Set([...scopes, ...(live ? [CONSENT_SCOPE] : [])])].sort(),
        forUsers: grants.some((grant) => grant !== 'client_credentials'),
        certificateBound: (credentials.certificates ?? []).length > 0,
      },
    ];
  });
}
