import type { JsonObject } from '../../../core/model';

/** Header values by name, one or several. Strings are bytes, one character per byte. */
export type HeaderValues = Readonly<Record<string, string | readonly string[]>>;

/** A plugin of the gateway. */
export interface PluginSetup {
  readonly name: string;
  readonly config: JsonObject;
  /** Whether it is a global instance; default: the API's instance. */
  readonly global?: boolean;
  /** Whether it is one of Kong's plugins, of which the stand-in implements what the tests need (lua/bundled). */
  readonly bundled?: boolean;
}

export interface Consumer {
  readonly id: string;
  readonly username?: string;
  readonly custom_id?: string;
  readonly tags: readonly string[];
}

/** The gateway's configuration and surroundings. */
export interface Setup {
  readonly plugins: readonly PluginSetup[];
  readonly consumers?: readonly Consumer[];
  /** ACL groups by consumer ID. */
  readonly acls?: Readonly<Record<string, readonly string[]>>;
  readonly ca_certificates?: readonly { readonly id: string; readonly cert: string }[];
  /** Error when ACL groups are read; default: none. */
  readonly acls_error?: string;
  /** Seconds since 1970. */
  readonly now?: number;
  /** Lets other calls run between any two operations on shared memory, as other workers would. */
  readonly preempt?: boolean;
  readonly upstream?: (request: UpstreamRequest) => UpstreamResponse | Promise<UpstreamResponse>;
  readonly http?: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;
  /** Decides whether a database look-up fails; {} lets it succeed. */
  readonly db?: (args: JsonObject) => { readonly error?: string };
  /** Whether to run the configure phase, in which a worker passes plugins their configs; default: no. */
  readonly configure?: boolean;
  /** Whether shared memory is full and accepts no more counters. */
  readonly shm_full?: boolean;
  /** Values of vault references; all others are dangling. */
  readonly vault?: Readonly<Record<string, string>>;
  /** Executes a Redis command; { memory: true }, the default, passes it to the stand-in's in-memory Redis. */
  readonly redis?: (args: JsonObject) => unknown;
}

/** A call as sent by the client. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers?: HeaderValues;
  /** The name of the selected route; false if no route matches; true, the default, for a route without a name. */
  readonly route?: string | boolean;
  readonly tls?: Handshake;
  /** The address of the peer; the gateway trusts those that begin with 10. Default: an untrusted address. */
  readonly peer?: string;
  /** Consumer Groups of Kong Enterprise. */
  readonly consumer_groups?: readonly { readonly id: string; readonly name: string }[];
}

/** What the client sends in the TLS handshake. */
export interface Handshake {
  readonly server_name?: string;
  /** PEM blocks, the leaf first. */
  readonly client_chain?: string;
  /** Subject of the leaf in the form of nginx. */
  readonly client_subject?: string;
}

/** The response that the client receives, and what was recorded about the call. */
export interface CallResult {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
  readonly source: 'service' | 'exit' | 'error';
  /** Whether the call reached the upstream. */
  readonly reached: boolean;
  /** Headers that the upstream received. */
  readonly upstream?: Readonly<Record<string, string | readonly string[]>>;
  /** Values for the access log. */
  readonly log: JsonObject;
  /** The host that the router used to select a route. */
  readonly routed_host?: string;
  readonly handshake?: JsonObject;
}

export interface UpstreamRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: HeaderValues;
}

export type UpstreamResponse =
  | {
      readonly status: number;
      readonly headers: HeaderValues;
      readonly body: string;
      /** Whether it is cut off in the body. Needs a plugin with a response phase, for which Kong buffers responses. */
      readonly truncated?: boolean;
    }
  | { readonly unreachable: true };

export interface HttpRequest {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly verify?: boolean;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type HttpResponse =
  | {
      readonly status: number;
      readonly headers?: HeaderValues;
      readonly body: string;
      /** How long each chunk of the body takes, in seconds; the clock advances by as much. */
      readonly chunk_s?: number;
    }
  | { readonly error: string };

/** An event returned by a step of the Lua. */
export type Event =
  | { readonly id: string; readonly done: unknown }
  | { readonly id: string; readonly failed: string }
  | { readonly id: string; readonly host_call: string; readonly args: JsonObject };
