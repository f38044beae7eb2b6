import { jsonOf, type Reply, send } from '../client/request';

/** What a gateway says about itself. */
export interface GatewayFacts {
  readonly edition: 'oss' | 'enterprise';
  /** `3.9.1` */
  readonly version: string;
  readonly database: string;
  /** Names of the plugins that it has loaded. */
  readonly plugins: ReadonlySet<string>;
  /** Whether its Admin API serves paths that begin with a workspace, as the Terraform provider writes them. */
  readonly supportsWorkspaces: boolean;
  /** Addresses of its proxy as it says them: `0.0.0.0:8000`, `0.0.0.0:8443 ssl`. */
  readonly proxyListen: readonly string[];
}

/** An Admin API. */
export class AdminApi {
  constructor(
    readonly url: string,
    private readonly token?: string | undefined,
  ) {}

  /** @throws Error when it does not answer */
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

  /** Everything of one kind: `services`. */
  async list(kind: string): Promise<readonly Entity[]> {
    const found: Entity[] = [];
    let path: string | null = `/${kind}?size=1000`;
    while (path !== null) {
      const page: Page = jsonOf(await this.request(path)) as Page;
      if (!Array.isArray(page?.data)) throw new Error(`the Admin API lists no ${kind}`);
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
 * Reads what a gateway is and has.
 *
 * @throws Error when there is none at the address
 */
export async function readFacts(admin: AdminApi): Promise<GatewayFacts> {
  const root = jsonOf(await admin.request('/')) as Root | undefined;
  if (typeof root?.version !== 'string') throw new Error(`there is no Admin API of Kong at ${admin.url}`);
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

/** The address of the proxy on the machine of the Admin API, as the gateway says it. */
export function proxyAddress({ proxyListen }: GatewayFacts, adminUrl: string, tls: boolean): string | undefined {
  const listen = proxyListen.find((one) => / ssl\b/.test(one) === tls && !one.startsWith('unix:'));
  const port = /:(\d+)(\s|$)/.exec(listen ?? '')?.[1];
  if (port === undefined) return undefined;
  return `${tls ? 'https' : 'http'}://${new URL(adminUrl).hostname}:${port}`;
}
