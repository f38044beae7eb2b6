import { adminProxy } from '../../admin-proxy/admin-proxy';
import { auditRecords } from '../../audit/records';
import { CertificateAuthority } from '../../certificates/authority';
import { consentService } from '../../consent/consent';
import { verifierOf } from '../../consent/token';
import type { IssuerClient } from '../../issuer/client';
import { createIssuer, type Issuer } from '../../issuer/issuer';
import { SigningKeys } from '../../issuer/signing-keys';
import { type Listening, listen } from '../../server/listen';
import { stubResponses } from '../../upstream-stub/responses';
import { upstreamStub } from '../../upstream-stub/upstream-stub';
import { StoppableServer } from './stoppable-server';

/** The components around the gateway in a run. */
export interface Components {
  readonly keys: SigningKeys;
  readonly issuer: Issuer;
  readonly issuerServer: StoppableServer;
  readonly issuerTlsServer: StoppableServer;
  readonly consent: StoppableServer;
  readonly audit: StoppableServer;
  /** The upstream stub; undefined if E2E_UPSTREAM_URL names another one. */
  readonly upstream: StoppableServer | undefined;
  /** Stops all components. */
  close(): Promise<void>;
}

export interface ComponentsProps {
  /** Name by which the gateway reaches this machine. */
  readonly host: string;
  /** Folder of the catalog. */
  readonly catalog: string;
  /** Whether to start an upstream stub. */
  readonly upstream: boolean;
  /** The issuer's name. */
  readonly issuer: string;
  readonly audiences: readonly [string, ...string[]];
  readonly clients: readonly IssuerClient[];
}

/** Starts the components. */
export async function startComponents(props: ComponentsProps): Promise<Components> {
  const { host, catalog, issuer: name, audiences, clients } = props;
  const keys = new SigningKeys();
  const issuer = await createIssuer({ issuer: name, audiences, clients, keys });
  const authority = await CertificateAuthority.create('CN=issuer of a run');
  const own = await authority.issue({ subject: 'CN=localhost', hosts: ['localhost', '127.0.0.1'] });
  const tls = { cert: own.certificate, key: own.key, requestCert: true, rejectUnauthorized: false };
  const issuerServer = await StoppableServer.start(issuer.listener, host);
  const issuerTlsServer = await StoppableServer.start(issuer.listener, host, { tls });
  const verify = verifierOf(name, `${issuerServer.localUrl}/jwks`);
  const consent = await StoppableServer.start(consentService({ verify }), host);
  const audit = await StoppableServer.start(auditRecords(), host);
  const upstream = props.upstream ? await StoppableServer.start(upstreamStub(stubResponses(catalog)), host) : undefined;
  const all = [issuerServer, issuerTlsServer, consent, audit, ...(upstream ? [upstream] : [])];
  const close = async () => {
    for (const server of all) await server.stop();
  };
  return { keys, issuer, issuerServer, issuerTlsServer, consent, audit, upstream, close };
}

/** Starts an admin proxy, for an Admin API that does not support workspaces. */
export function startAdminProxy(adminUrl: string, token: string | undefined): Promise<Listening> {
  return listen(adminProxy({ adminUrl, token }));
}
