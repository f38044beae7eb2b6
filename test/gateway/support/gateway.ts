import type { JsonObject } from '../../../core/model';
import { cryptoHost } from './host-crypto';
import { x509Host } from './host-x509';
import { type LuaRuntime, type LuaVm, sourceFrames } from './lua-vm';
import type {
  Call,
  CallResult,
  Event,
  HttpRequest,
  HttpResponse,
  Setup,
  UpstreamRequest,
  UpstreamResponse,
} from './messages';

/** A stand-in for Kong that runs the plugins in a real Lua. */
export class Gateway {
  readonly #vm: LuaVm;
  readonly #waiting = new Map<string, { resolve(value: unknown): void; reject(error: Error): void }>();
  #count = 0;
  #setup: Setup = { plugins: [] };
  #running: Promise<unknown> = Promise.resolve();
  /** HTTP requests, Redis commands and database look-ups since the last `setup`. */
  readonly externalCalls: { readonly name: string; readonly args: JsonObject }[] = [];
  /** Replies that `interleaved` holds back. */
  #pending: (() => Promise<void>)[] = [];
  #held = false;
  /** Plugin timers that are running. */
  readonly #timers = new Set<string>();

  private constructor(vm: LuaVm) {
    this.#vm = vm;
  }

  /** Starts a Lua and loads the plugins' files. */
  static async start(runtime: LuaRuntime): Promise<Gateway> {
    const gateway = new Gateway(runtime.start());
    for (const frame of sourceFrames()) await gateway.#vm.send(frame);
    return gateway;
  }

  /** Sets up a new gateway and discards all previous state. */
  async setup(setup: Setup): Promise<void> {
    this.#setup = setup;
    this.externalCalls.length = 0;
    const { upstream, http, db, redis, now = 1_790_000_000, ...rest } = setup;
    await this.#step([{ clock: now }, { setup: rest as unknown as JsonObject }]);
  }

  /** Sets the time, in seconds since 1970. */
  async clock(now: number): Promise<void> {
    await this.#step([{ clock: now }]);
  }

  /** Sends a call. Several may run concurrently. */
  call(call: Call): Promise<CallResult> {
    const id = `call-${++this.#count}`;
    const request = { id: `request-${this.#count}`, route: true, headers: {}, ...call };
    return this.#start(id, { start: id, request: request as unknown as JsonObject }) as Promise<CallResult>;
  }

  /** Runs a function of the stand-in's Lua files, such as the schema validator. */
  run(name: string, args: JsonObject): Promise<unknown> {
    const id = `run-${++this.#count}`;
    return this.#start(id, { run: { id, name, args } });
  }

  /** Waits until all timers have ended. */
  async idle(): Promise<void> {
    await this.#running;
    while (this.#timers.size > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Returns and clears the lines of the error log, as 'level: text'. */
  async logs(): Promise<readonly string[]> {
    return (await this.run('logs', {})) as readonly string[];
  }

  /**
   * Holds back all replies to host calls while `body` starts calls, and then sends them one by one. `pick` receives the number of waiting
   * replies and returns the index of the next one.
   */
  async interleaved<T>(pick: (waiting: number) => number, body: () => readonly Promise<T>[]): Promise<readonly T[]> {
    this.#held = true;
    const calls = body();
    await this.#running;
    for (let waiting = this.#pending.length; waiting > 0; waiting = this.#pending.length) {
      const [next] = this.#pending.splice(pick(waiting), 1);
      await next?.();
      await this.#running;
    }
    this.#held = false;
    return Promise.all(calls);
  }

  close(): void {
    this.#vm.close();
  }

  #start(id: string, message: JsonObject): Promise<unknown> {
    const done = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#step([message]).catch((error) => this.#waiting.get(id)?.reject(error));
    return done;
  }

  /** Runs one step in the Lua. Steps never overlap. */
  #step(messages: readonly JsonObject[]): Promise<void> {
    const step = this.#running.then(async () => {
      const reply = await this.#vm.send(`S${escapeNonAscii(JSON.stringify(messages))}`);
      for (const event of JSON.parse(reply) as readonly Event[]) this.#handle(event);
    });
    this.#running = step.catch(() => undefined);
    return step;
  }

  #handle(event: Event): void {
    const waiting = this.#waiting.get(event.id);
    if ('failed' in event) {
      if (waiting) waiting.reject(new Error(event.failed));
      else throw new Error(event.failed);
    } else if ('host_call' in event) {
      if (!waiting) this.#timers.add(event.id);
      const reply = async () => {
        const value = await this.#callHost(event.host_call, event.args);
        await this.#step([{ reply: event.id, value: value as JsonObject }]);
      };
      if (this.#held) this.#pending.push(reply);
      else reply().catch((error) => waiting?.reject(error));
    } else if (waiting) waiting.resolve(event.done);
    else this.#timers.delete(event.id);
  }

  async #callHost(name: string, args: JsonObject): Promise<unknown> {
    const crypto = { ...cryptoHost, ...x509Host } as unknown as Record<string, (args: JsonObject) => unknown>;
    const cryptoFunction = crypto[name];
    if (cryptoFunction) {
      try {
        return cryptoFunction(args);
      } catch (error) {
        return { error: (error as Error).message };
      }
    }
    if (name === 'upstream') return upstreamReply(this.#setup, args as unknown as UpstreamRequest);
    if (name === 'pause') return {};
    this.externalCalls.push({ name, args });
    if (name === 'db') return this.#setup.db?.(args) ?? {};
    if (name === 'redis') return (await this.#setup.redis?.(args)) ?? { memory: true };
    if (name === 'http_connect') return {};
    if (name === 'http') return httpReply(this.#setup, args as unknown as HttpRequest);
    throw new Error(`unknown host call '${name}'`);
  }
}

/** Escapes all bytes above 127, one escape per byte. */
function escapeNonAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (character) => {
    const bytes = character.charCodeAt(0) < 256 ? [character.charCodeAt(0)] : [...Buffer.from(character)];
    return bytes.map((byte) => `\\u00${byte.toString(16).padStart(2, '0')}`).join('');
  });
}

async function upstreamReply(setup: Setup, request: UpstreamRequest): Promise<UpstreamResponse> {
  return (
    (await setup.upstream?.(request)) ?? { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }
  );
}

async function httpReply(setup: Setup, request: HttpRequest): Promise<HttpResponse> {
  return (await setup.http?.(request)) ?? { error: 'connection refused' };
}
