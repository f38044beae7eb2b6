import { type ChildProcess, spawnSync } from 'node:child_process';
import path from 'node:path';
import { startProcess } from '../../support/processes';
import { LUA_FOLDER, type LuaRuntime, type LuaVm } from './lua-vm';

/** LuaJIT, the Lua that Kong uses, if it is on the PATH. */
export const luaJit: LuaRuntime = {
  name: 'LuaJIT',
  ...(spawnSync('luajit', ['-v']).status === 0 ? {} : { missing: "no 'luajit' on the PATH" }),
  start: () => new LuaJitVm(),
};

/** Talks to stdio.lua. Every frame and every reply consists of a line with its length in bytes, followed by the bytes. */
class LuaJitVm implements LuaVm {
  readonly #process: ChildProcess;
  readonly #waiting: { resolve(text: string): void; reject(error: Error): void }[] = [];
  #received = Buffer.alloc(0);
  #stderr = '';
  #exit = '';
  #hasEnded = false;

  constructor() {
    const file = (name: string) => path.join(LUA_FOLDER, name);
    // Without the JIT compiler: the beta of LuaJIT in Debian 12 sometimes crashes (SIGSEGV) in compiled code. Kong's newer LuaJIT does
    // not, and the end-to-end suite runs the plugins compiled.
    this.#process = startProcess('luajit', ['-joff', file('stdio.lua'), file('boot.lua')], { stdio: 'pipe' });
    this.#process.stdout?.on('data', (part: Buffer) => this.#receive(part));
    this.#process.stderr?.on('data', (part: Buffer) => {
      this.#stderr += part.toString();
    });
    this.#process.on('close', (code, signal) => {
      this.#hasEnded = true;
      this.#exit = signal ? `by signal ${signal}` : `with exit status ${code}`;
      for (const { reject } of this.#waiting) reject(this.#failure());
    });
    // Writing to a process that has ended fails; the 'close' event reports it.
    this.#process.stdin?.on('error', () => undefined);
  }

  send(frame: string): Promise<string> {
    if (this.#hasEnded) return Promise.reject(this.#failure());
    const bytes = Buffer.from(frame);
    this.#process.stdin?.write(`${bytes.length}\n`);
    this.#process.stdin?.write(bytes);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  close(): void {
    this.#process.stdin?.end();
  }

  #failure(): Error {
    return new Error(`luajit ended ${this.#exit}: ${this.#stderr || 'no output on standard error'}`);
  }

  #receive(part: Buffer): void {
    this.#received = Buffer.concat([this.#received, part]);
    for (;;) {
      const end = this.#received.indexOf('\n');
      const length = end < 0 ? Number.NaN : Number(this.#received.subarray(0, end).toString());
      if (!(this.#received.length >= end + 1 + length)) return;
      this.#waiting.shift()?.resolve(this.#received.subarray(end + 1, end + 1 + length).toString());
      this.#received = this.#received.subarray(end + 1 + length);
    }
  }
}
