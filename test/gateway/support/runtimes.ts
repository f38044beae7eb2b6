import type { LuaRuntime } from './lua-vm';
import { luaJit } from './luajit';
import { wasmLua } from './wasm-lua';

const ALL: readonly LuaRuntime[] = [wasmLua, luaJit];

/** Runs `tests` on every Lua that is here; for the others a skipped test says why. */
export function onEveryLua(name: string, tests: (runtime: LuaRuntime) => void): void {
  for (const runtime of ALL) {
    describe(`${name}, on ${runtime.name}`, () => {
      if (runtime.missing === undefined) tests(runtime);
      else test.skip(`not run: ${runtime.missing}`, () => undefined);
    });
  }
}
