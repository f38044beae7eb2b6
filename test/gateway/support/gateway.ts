import type { JsonObject } from '../../../core/model';
import { cryptoHost } from './host-crypto';
import { x509Host } from './host-x509';
import { type LuaRuntime, type LuaVm, sourceFrames } from './lua-vm';
import type { Answer, Call, Event, HttpAnswer, HttpRequest, Setup, UpstreamAnswer, UpstreamRequest } from './messages';

/** A stand-in for Kong that runs the plugins in a real Lua. */
export class Gateway {
  readonly #vm: LuaVm;
  readonly #waiting = new Map<string, { resolve(value: unknown): void; reject(error: Error): void }>();
  #count = 0;
  #setup: Setup = { plugins: [] };
  #running: Promise<unknown> = Promise.resolve();
  /** Requests to HTTP services, Redis commands and database look-ups since the set-up. */
  readonly asked: { readonly name: string; readonly args: JsonObject }[] = [];
  /** Calls that wait for their turn; they are answered in the order in which `settle` picks them. */
  #pending: (() => Promise<void>)[] = [];
  #held = false;
  /** Timers of plugins that are under way. */
  readonly #timers = new Set<string>();

  private constructor(vm: LuaVm) {
    this.#vm = vm;
  }

  /** Starts a Lua and hands it the plugins' files. */
  static async start(runtime: LuaRuntime): Promise<Gateway> {
    const gateway = new Gateway(runtime.start());
    for (const frame of sourceFrames()) await gateway.#vm.send(frame);
    return gateway;
  }

  /** Makes it anew: nothing of what was before is remembered. */
  async setup(setup: Setup): Promise<void> {
    this.#setup = setup;
    this.asked.length = 0;
    const { upstream, http, db, redis, now = 1_790_000_000, ...rest } = setup;
    await this.#step([{ clock: now }, { setup: rest as unknown as JsonObject }]);
  }

  /** Sets the time, in seconds since 1970. */
  async clock(now: number): Promise<void> {
    await this.#step([{ clock: now }]);
  }

  /** Sends a call. Several may be under way at a time. */
  call(call: Call): Promise<Answer> {
    const id = `call-${++this.#count}`;
    const request = { id: `request-${this.#count}`, route: true, headers: {}, ...call };
    return this.#begin(id, { start: id, request: request as unknown as JsonObject }) as Promise<Answer>;
  }

  /** Runs a function of the stand-in's Lua files, such as the schema checker. */
  run(name: string, args: JsonObject): Promise<unknown> {
    const id = `run-${++this.#count}`;
    return this.#begin(id, { run: { id, name, args } });
  }

  /** Waits until nothing runs beside the calls any more. */
  async idle(): Promise<void> {
    await this.#running;
    while (this.#timers.size > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  /** The lines of the error log since the last look, as 'level: text'. */
  async logs(): Promise<readonly string[]> {
    return (await this.run('logs', {})) as readonly string[];
  }

  /**
   * Holds back all answers to what calls ask while `body` begins them; then answers one after the other, in the order that `pick`
   * says: it gets the number of those that wait and gives the index of the next.
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

  #begin(id: string, message: JsonObject): Promise<unknown> {
    const done = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#step([message]).catch((error) => this.#waiting.get(id)?.reject(error));
    return done;
  }

  /** One step of the Lua; steps never overlap. */
  #step(messages: readonly JsonObject[]): Promise<void> {
    const step = this.#running.then(async () => {
      const answer = await this.#vm.send(`S${ascii(JSON.stringify(messages))}`);
      for (const event of JSON.parse(answer) as readonly Event[]) this.#take(event);
    });
    this.#running = step.catch(() => undefined);
    return step;
  }

  #take(event: Event): void {
    const waiting = this.#waiting.get(event.id);
    if ('failed' in event) {
      if (waiting) waiting.reject(new Error(event.failed));
      else throw new Error(event.failed);
    } else if ('ask' in event) {
      if (!waiting) this.#timers.add(event.id);
      const reply = async () => {
        const value = await this.#answer(event.ask, event.args);
        await this.#step([{ reply: event.id, value: value as JsonObject }]);
      };
      if (this.#held) this.#pending.push(reply);
      else reply().catch((error) => waiting?.reject(error));
    } else if (waiting) waiting.resolve(event.done);
    else this.#timers.delete(event.id);
  }

  async #answer(name: string, args: JsonObject): Promise<unknown> {
    const crypto = { ...cryptoHost, ...x509Host } as unknown as Record<string, (args: JsonObject) => unknown>;
    const answerer = crypto[name];
    if (answerer) {
      try {
        return answerer(args);
      } catch (error) {
        return { error: (error as Error).message };
      }
    }
    if (name === 'upstream') return upstreamAnswer(this.#setup, args as unknown as UpstreamRequest);
    if (name === 'pause') return {};
    this.asked.push({ name, args });
    if (name === 'db') return this.#setup.db?.(args) ?? {};
    if (name === 'redis') return (await this.#setup.redis?.(args)) ?? { memory: true };
    if (name === 'http_connect') return {};
    if (name === 'http') return httpAnswer(this.#setup, args as unknown as HttpRequest);
    throw new Error(`the stand-in's Lua asks '${name}', which nobody answers`);
  }
}

/** Bytes above 127 as escapes; a lone byte each. */
function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (character) => {
    const bytes = character.charCodeAt(0) < 256 ? [character.charCodeAt(0)] : [...Buffer.from(character)];
    return bytes.map((byte) => `\\u00${byte.toString(16).padStart(2, '0')}`).join('');
  });
}

async function upstreamAnswer(setup: Setup, request: UpstreamRequest): Promise<UpstreamAnswer> {
  return (
    (await setup.upstream?.(request)) ?? { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }
  );
}

async function httpAnswer(setup: Setup, request: HttpRequest): Promise<HttpAnswer> {
  return (await setup.http?.(request)) ?? { error: 'connection refused' };
}
