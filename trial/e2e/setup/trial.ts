import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../../../core/model';
import { CertificateAuthority } from '../../certificates/authority';
import type { SuiteConfig } from '../config';
import { AdminApi, type GatewayFacts, proxyAddress } from '../gateway-facts';
import { TcpRelay } from '../tcp-relay';
import { startStandIn } from '../upstreams/stand-in';
import { nginx } from '../upstreams/stand-ins';
import { adapt } from './adapt';
import { CatalogCopy } from './catalog-copy';
import { type Components, startComponents } from './components';
import { type ApplicationSecrets, createSecrets, RUN_CA } from './credentials';
import { ENVIRONMENT } from './environment';
import type { ExtraPartner } from './extra-documents';
import { ExtraPartners } from './extra-partners';
import { type Grant, grantsIn } from './grant';
import { clientsOf, issuerOf } from './issuer-props';
import { PathsApi } from './paths-api';
import { providerEndpoint } from './provider';
import { Stacks } from './stacks';
import type { StoppableServer } from './stoppable-server';
import { Terraform } from './terraform';

export { ENVIRONMENT };

/** A run: a copy of the catalog, the components around the gateway, and the stacks. */
export interface Trial {
  readonly config: SuiteConfig;
  readonly facts: GatewayFacts;
  readonly admin: AdminApi;
  /** The Admin API for the Terraform provider, and its token. */
  readonly provider: { readonly url: string; readonly token: string };
  readonly copy: CatalogCopy;
  readonly stacks: Stacks;
  readonly components: Components;
  /** The partners of the run. */
  readonly partners: ExtraPartners;
  /** The relay through which the gateway reaches Redis. */
  readonly redis: TcpRelay | undefined;
  /** The API of the path scenarios, and the relay to its upstream, which is initially a stand-in for nginx. */
  readonly pathsApi: PathsApi;
  readonly pathsUpstream: TcpRelay;
  readonly authority: CertificateAuthority;
  /** By application ID. */
  readonly secrets: ReadonlyMap<string, ApplicationSecrets>;
  /** The as-of date of the catalog. */
  readonly asOf: string;
  /** Folder of the run. */
  readonly folder: string;
  /** Stops all components, and deletes the folder unless it should be kept. */
  close(keepFolder: boolean): Promise<void>;
}

/** Loads the current catalog of a run. */
export function catalogOf({ copy }: Trial): Catalog {
  return copy.load();
}

/** All grants of a run, including those of its own partners. */
export function grantsOf(trial: Trial): readonly Grant[] {
  return grantsIn(catalogOf(trial), ENVIRONMENT, trial.asOf);
}

export interface TrialProps {
  readonly config: SuiteConfig;
  readonly facts: GatewayFacts;
  /** Path of Terraform or OpenTofu. */
  readonly engine: string;
  /** Folder of the catalog to copy. */
  readonly catalog: string;
  /**
   * Partners of the run.
   * @default none
   */
  readonly partners?: readonly ExtraPartner[] | undefined;
}

/**
 * Starts the components around the gateway, and adapts a copy of the catalog to them. Does not change the gateway.
 *
 * @throws Error if the catalog cannot be used for a run
 */
export async function startTrial({ config, facts, engine, catalog: from, partners = [] }: TrialProps): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'gatewright-e2e-'));
  const opened: { close(): Promise<void> }[] = [];
  try {
    const copy = new CatalogCopy(from, join(folder, 'catalog'));
    const asOf = new Date().toISOString().slice(0, 10);
    const extra = new ExtraPartners(copy, asOf, partners);
    const standIn = await startStandIn(nginx);
    opened.push(standIn);
    const pathsUpstream = await TcpRelay.start(standIn.address, config.host);
    opened.push(pathsUpstream);
    const pathsUrl = `http://${config.host}:${pathsUpstream.address.port}`;
    const pathsApi = new PathsApi(copy, extra.template, pathsUrl);
    const catalog = copy.load();
    const authority = config.clientCa
      ? await CertificateAuthority.load(config.clientCa.certificate, config.clientCa.key)
      : await CertificateAuthority.create(RUN_CA);
    const secrets = await createSecrets(catalog, ENVIRONMENT, authority);
    const components = await startComponents({
      host: config.host,
      catalog: copy.folder,
      upstream: config.upstreamUrl === undefined,
      ...issuerOf(catalog),
      clients: clientsOf(
        catalog,
        secrets,
        (config.proxyTlsUrl ?? proxyAddress(facts, config.adminUrl, true)) !== undefined,
      ),
    });
    opened.push(components);
    const redis = config.redis ? await TcpRelay.start(config.redis, config.host) : undefined;
    if (redis) opened.push(redis);
    adapt(copy, {
      environment: ENVIRONMENT,
      gateway: { edition: facts.edition, version: facts.version.split('.').slice(0, 2).join('.') },
      upstreamUrl: config.upstreamUrl ?? (components.upstream as StoppableServer).url,
      pathsUrl,
      jwksUri: `${components.issuerServer.url}/jwks`,
      consentUrl: components.consent.url,
      auditUrl: components.audit.url,
      redis: redis?.address,
      clientCa: authority.certificate,
      secrets,
    });
    const provider = await providerEndpoint(config, facts, opened);
    const terraform = new Terraform(engine, { kong_admin_url: provider.url, kong_admin_token: provider.token });
    const close = async (keepFolder: boolean) => {
      for (const one of opened) await one.close();
      if (!keepFolder) rmSync(folder, { recursive: true, force: true });
    };
    return {
      config,
      facts,
      admin: new AdminApi(config.adminUrl, config.adminToken),
      provider,
      copy,
      stacks: new Stacks(folder, ENVIRONMENT, terraform),
      components,
      partners: extra,
      redis,
      pathsApi,
      pathsUpstream,
      authority,
      secrets,
      asOf,
      folder,
      close,
    };
  } catch (error) {
    for (const one of opened) await one.close();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
