import { type Api, type OwnedApplication, registeredCertificate, type Tier, type Valued } from '../../model';
import type { ApplicationAccess } from '../../view';

/** A client certificate that is registered: by subject, by SHA-256 thumbprint, or by both together. */
export interface CertificateFact {
  /** In the one form that partner-mtls compares (RFC 4514). */
  readonly subject?: string | undefined;
  /** Lower-case hexadecimal. */
  readonly sha256?: string | undefined;
}

/** What an application was granted on one API. */
export interface GrantFact {
  readonly api: string;
  readonly scopes: readonly string[];
  readonly purpose?: string | undefined;
  /** First day, 'YYYY-MM-DD' in UTC. */
  readonly start?: string | undefined;
  /** First day on which it no longer holds. */
  readonly end?: string | undefined;
}

/** What plugins have to know about one application, and what its consumer's tags say. */
export interface ConsumerFacts {
  readonly certificates: readonly CertificateFact[];
  /** At most one per API. */
  readonly grants: readonly GrantFact[];
}

/** An application's access, as far as plugins have to know it. */
export type GrantedAccess = Pick<
  ApplicationAccess<OwnedApplication, Valued<Api>, Valued<Tier>>,
  'credentials' | 'subscriptions'
>;

/** What plugins have to know about an application: its certificates, and the subscriptions that are granted. */
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
