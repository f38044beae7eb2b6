import type { LuaRuntime } from './lua-vm';
import { luaJit } from './luajit';
import { wasmLua } from './wasm-lua';

const RUNTIMES: readonly LuaRuntime[] = [wasmLua, luaJit];

/** Runs `tests` on every available Lua; for the others, a skipped test has the reason. */
export function onEveryLua(name: string, tests: (runtime: LuaRuntime) => void): void {
  for (const runtime of RUNTIMES) {
    describe(`${name}, on ${runtime.name}`, () => {
      if (runtime.missing === undefined) tests(runtime);
      else test.skip(`not run: ${runtime.missing}`, () => undefined);
    });
  }
}
