import type { Catalog } from '../../../core/model';
import { audiencesOf } from '../../issuer/audiences';
import { toPublicJwk } from '../../issuer/client-keys';
import { CONSENT_SCOPE } from '../../issuer/clients';
import type { ApplicationSecrets } from './credentials';
import { ENVIRONMENT } from './environment';

/** The issuer's name, and its audiences: that of the environment first, so that tokens for the others can be tried, too. */
export function issuerOf(catalog: Catalog): {
  readonly issuer: string;
  readonly audiences: readonly [string, ...string[]];
} {
  const names = [...catalog.policies.token.values()].map(({ value }) => value.environments[ENVIRONMENT]?.issuer);
  const issuer = names.find((name) => name !== undefined);
  const [first, ...others] = [ENVIRONMENT, ...catalog.environments.keys()].flatMap((name) =>
    audiencesOf(catalog, name),
  );
  if (issuer === undefined || first === undefined) throw new Error(`the catalog has no issuer in '${ENVIRONMENT}'`);
  return { issuer, audiences: [first, ...new Set(others)] };
}

/**
 * Every application as a client that gets whatever scope and purpose it asks for, so that it is the gateway alone that says no.
 * Tokens are bound to certificates where the gateway has a listener at which certificates can be shown.
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
