import { jsonOf, type Reply, send } from '../client/request';

/** What the Admin API reports about a gateway. */
export interface GatewayFacts {
  readonly edition: 'oss' | 'enterprise';
  /** `3.9.1` */
  readonly version: string;
  readonly database: string;
  /** Names of the loaded plugins. */
  readonly plugins: ReadonlySet<string>;
  /** Whether its Admin API supports workspaces in paths, which the Terraform provider adds. */
  readonly supportsWorkspaces: boolean;
  /** The listeners of its proxy, as the Admin API reports them: `0.0.0.0:8000`, `0.0.0.0:8443 ssl`. */
  readonly proxyListen: readonly string[];
}

/** A client of the Admin API. */
export class AdminApi {
  constructor(
    readonly url: string,
    private readonly token?: string | undefined,
  ) {}

  /** @throws Error if it does not respond */
  request(path: string, method = 'GET', body?: unknown): Promise<Reply> {
    return send({
      url: `${this.url}${path}`,
      method,
      headers: {
        ...(this.token === undefined ? {} : { 'kong-admin-token': this.token }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** All entities of one kind: `services`. */
  async list(kind: string): Promise<readonly Entity[]> {
    const found: Entity[] = [];
    let path: string | null = `/${kind}?size=1000`;
    while (path !== null) {
      const page: Page = jsonOf(await this.request(path)) as Page;
      if (!Array.isArray(page?.data)) throw new Error(`the Admin API does not list ${kind}`);
      found.push(...page.data);
      path = page.next ?? null;
    }
    return found;
  }
}

/** An entity of the gateway. */
export interface Entity {
  readonly id: string;
  readonly name?: string | null;
  readonly tags?: readonly string[] | null;
  readonly [attribute: string]: unknown;
}

interface Page {
  readonly data: readonly Entity[];
  readonly next?: string | null;
}

/**
 * Reads the facts about a gateway.
 *
 * @throws Error if the URL is not that of an Admin API of Kong
 */
export async function readFacts(admin: AdminApi): Promise<GatewayFacts> {
  const root = jsonOf(await admin.request('/')) as Root | undefined;
  if (typeof root?.version !== 'string') throw new Error(`${admin.url} is not an Admin API of Kong`);
  const { version, edition = '', configuration, plugins } = root;
  return {
    edition: edition.includes('enterprise') || /^\d+\.\d+\.\d+\.\d+/.test(version) ? 'enterprise' : 'oss',
    version,
    database: configuration.database,
    plugins: new Set(Object.keys(plugins.available_on_server)),
    supportsWorkspaces: (await admin.request('/default/services?size=1')).status === 200,
    proxyListen: [configuration.proxy_listen ?? []].flat(),
  };
}

interface Root {
  readonly version: string;
  readonly edition?: string;
  readonly configuration: { readonly database: string; readonly proxy_listen?: string | readonly string[] };
  readonly plugins: { readonly available_on_server: Readonly<Record<string, unknown>> };
}

/** The URL of the proxy, on the host of the Admin API and the port that the gateway reports. */
export function proxyAddress({ proxyListen }: GatewayFacts, adminUrl: string, tls: boolean): string | undefined {
  const listen = proxyListen.find((one) => / ssl\b/.test(one) === tls && !one.startsWith('unix:'));
  const port = /:(\d+)(\s|$)/.exec(listen ?? '')?.[1];
  if (port === undefined) return undefined;
  return `${tls ? 'https' : 'http'}://${new URL(adminUrl).hostname}:${port}`;
}
