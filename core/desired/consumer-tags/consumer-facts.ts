import { type Api, type NamedValue, type OwnedApplication, registeredCertificate, type Tier } from '../../model';
import type { ApplicationAccess } from '../../view';

/** A registered client certificate, identified by subject, by SHA-256 thumbprint, or by both. */
export interface CertificateFact {
  /** In the normal form that partner-mtls compares (RFC 4514). */
  readonly subject?: string | undefined;
  /** Lower-case hexadecimal. */
  readonly sha256?: string | undefined;
}

/** An application's grant for one API. */
export interface GrantFact {
  readonly api: string;
  readonly scopes: readonly string[];
  readonly purpose?: string | undefined;
  /** First day, 'YYYY-MM-DD' in UTC. */
  readonly start?: string | undefined;
  /** First day after the grant has ended. */
  readonly end?: string | undefined;
}

/** The information about one application that plugins need and its consumer's tags contain. */
export interface ConsumerFacts {
  readonly certificates: readonly CertificateFact[];
  /** At most one per API. */
  readonly grants: readonly GrantFact[];
}

/** The part of an application's access that plugins need. */
export type GrantedAccess = Pick<
  ApplicationAccess<OwnedApplication, NamedValue<Api>, NamedValue<Tier>>,
  'credentials' | 'subscriptions'
>;

/** Extracts what plugins need to know about an application: its certificates and its granted subscriptions. */
export function consumerFacts(access: GrantedAccess): ConsumerFacts {
  const granted = access.subscriptions.filter((subscription) => subscription.granted);
  return {
    certificates: (access.credentials?.certificates ?? []).map(registeredCertificate),
    grants: granted.map(({ subscription, api }) => ({
      api: api.name,
      scopes: subscription.scopes ?? [],
      purpose: subscription.purpose,
      start: subscription.start,
      end: subscription.end,
    })),
  };
}
