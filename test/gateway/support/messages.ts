import type { JsonObject } from '../../../core/model';

/** Header values: one, or several of one name. Texts are bytes, one character each. */
export type HeaderValues = Readonly<Record<string, string | readonly string[]>>;

/** A plugin of the stand-in's gateway. */
export interface PluginSetup {
  readonly name: string;
  readonly config: JsonObject;
  /** A global instance; else that of the API. */
  readonly global?: boolean;
  /** A plugin of Kong's own, of which the stand-in has what the tests need (lua/bundled). */
  readonly bundled?: boolean;
}

export interface Consumer {
  readonly id: string;
  readonly username?: string;
  readonly custom_id?: string;
  readonly tags: readonly string[];
}

/** What the gateway has and whom it reaches. */
export interface Setup {
  readonly plugins: readonly PluginSetup[];
  readonly consumers?: readonly Consumer[];
  /** ACL groups by the consumer's id. */
  readonly acls?: Readonly<Record<string, readonly string[]>>;
  readonly ca_certificates?: readonly { readonly id: string; readonly cert: string }[];
  /** Why the groups of consumers cannot be read; default: they can. */
  readonly acls_error?: string;
  /** Seconds since 1970. */
  readonly now?: number;
  /** Lets other calls come in between any two operations on shared memory, as other workers would. */
  readonly preempt?: boolean;
  readonly upstream?: (request: UpstreamRequest) => UpstreamAnswer | Promise<UpstreamAnswer>;
  readonly http?: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>;
  /** Answers a look-up in the database: {} lets it happen. */
  readonly db?: (args: JsonObject) => { readonly error?: string };
  /** Runs the phase in which a worker gives plugins their configs; default: not. */
  readonly configure?: boolean;
  /** Shared memory that takes no more counters. */
  readonly shm_full?: boolean;
  /** Values of vault references; others cannot be resolved. */
  readonly vault?: Readonly<Record<string, string>>;
  /** Answers a command of Redis: { memory: true }, which is the default, leaves it to the stand-in's own memory. */
  readonly redis?: (args: JsonObject) => unknown;
}

/** A call as the client sends it. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers?: HeaderValues;
  /** The name of the route that the router takes; false where none fits. Default: one without a name. */
  readonly route?: string | boolean;
  readonly tls?: Handshake;
  /** The address at the other end of the connection; the gateway trusts those that begin with 10. Default: a stranger's. */
  readonly peer?: string;
  /** Consumer Groups as Kong Enterprise sets them. */
  readonly consumer_groups?: readonly { readonly id: string; readonly name: string }[];
}

/** What the client shows in the TLS handshake. */
export interface Handshake {
  readonly server_name?: string;
  /** Leaf first, PEM blocks one after the other. */
  readonly client_chain?: string;
  /** Subject of the leaf as nginx tells it. */
  readonly client_subject?: string;
}

/** What the client gets, and what was written about the call. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
  readonly source: 'service' | 'exit' | 'error';
  /** Whether the upstream was called. */
  readonly reached: boolean;
  /** Headers of the call as the upstream got them. */
  readonly upstream?: Readonly<Record<string, string | readonly string[]>>;
  /** Values for the access log. */
  readonly log: JsonObject;
  /** The name by which the router looked for a route. */
  readonly routed_host?: string;
  readonly handshake?: JsonObject;
}

export interface UpstreamRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: HeaderValues;
}

export type UpstreamAnswer =
  | {
      readonly status: number;
      readonly headers: HeaderValues;
      readonly body: string;
      /** Whether it breaks off inside the body. Needs a plugin with a response phase, for which Kong holds answers back. */
      readonly broken?: boolean;
    }
  | { readonly away: true };

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

export type HttpAnswer =
  | {
      readonly status: number;
      readonly headers?: HeaderValues;
      readonly body: string;
      /** How long each part of the body takes, in seconds; the clock goes on by as much. */
      readonly part_s?: number;
    }
  | { readonly error: string };

/** What a step of the Lua gives. */
export type Event =
  | { readonly id: string; readonly done: unknown }
  | { readonly id: string; readonly failed: string }
  | { readonly id: string; readonly ask: string; readonly args: JsonObject };
