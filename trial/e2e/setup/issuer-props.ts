import type { Catalog } from '../../../core/model';
import { audiencesOf } from '../../issuer/audiences';
import { toPublicJwk } from '../../issuer/client-keys';
import { CONSENT_SCOPE } from '../../issuer/clients';
import type { ApplicationSecrets } from './credentials';
import { ENVIRONMENT } from './environment';

/** The issuer's name and audiences. The environment's audience comes first; the others allow tests with their tokens. */
export function issuerOf(catalog: Catalog): {
  readonly issuer: string;
  readonly audiences: readonly [string, ...string[]];
} {
  const names = [...catalog.policies.token.values()].map(({ value }) => value.environments[ENVIRONMENT]?.issuer);
  const issuer = names.find((name) => name !== undefined);
  const [first, ...others] = [ENVIRONMENT, ...catalog.environments.keys()].flatMap((name) =>
    audiencesOf(catalog, name),
  );
  if (issuer === undefined || first === undefined) throw new Error(`the catalog has no issuer for '${ENVIRONMENT}'`);
  return { issuer, audiences: [first, ...new Set(others)] };
}

/**
 * A client for every application. It may request any scope and purpose, so that only the gateway can refuse them. Tokens are bound to
 * certificates if the gateway has a TLS listener.
 */
export function clientsOf(catalog: Catalog, secrets: ReadonlyMap<string, ApplicationSecrets>, tls: boolean) {
  const scopes = [
    ...[...catalog.apis.values()].flatMap(({ definition }) => definition.scopes),
    ...[...catalog.policies.consent.values()].flatMap(({ value }) => value.purposes),
    CONSENT_SCOPE,
  ];
  return [...secrets].map(([id, { clientKey, certificate }]) => ({
    clientId: catalog.applications.get(id)?.value.credentials?.[ENVIRONMENT]?.clientId ?? id,
    key: toPublicJwk(clientKey),
    scopes: [...new Set(scopes)],
    forUsers: true,
    certificateBound: tls && certificate !== undefined,
  }));
}
