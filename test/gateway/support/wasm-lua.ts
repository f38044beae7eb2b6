import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lauxlib, lua, lualib } from 'lua-wasm-bindings/dist/lua.52';
import { LUA_FOLDER, type LuaRuntime, type LuaVm } from './lua-vm';

/** The stack of the WebAssembly module is small, so longer texts are passed in pieces. */
const PIECE_LENGTH = 8192;

/**
 * PUC Lua 5.2 in WebAssembly, from npm, so always available. It is the PUC version closest to LuaJIT: numbers have a single type, and
 * coroutines can yield across pcall.
 */
export const wasmLua: LuaRuntime = { name: 'Lua 5.2 in WebAssembly', start: () => new WasmVm() };

class WasmVm implements LuaVm {
  readonly #state = lauxlib.luaL_newstate();

  constructor() {
    lualib.luaL_openlibs(this.#state);
    this.#run(`${readFileSync(path.join(LUA_FOLDER, 'boot.lua'), 'utf8')}
      local pieces = {}
      function piece(text) pieces[#pieces + 1] = text end
      function whole() local text = table.concat(pieces); pieces = {}; return frame(text) end`);
  }

  async send(frame: string): Promise<string> {
    for (let at = 0; at < frame.length; at += PIECE_LENGTH) this.#call('piece', frame.slice(at, at + PIECE_LENGTH));
    return this.#call('whole');
  }

  close(): void {
    lua.lua_close(this.#state);
  }

  #run(source: string): void {
    if (lauxlib.luaL_dostring(this.#state, source) !== 0) throw new Error(lua.lua_tostring(this.#state, -1));
  }

  #call(name: string, argument?: string): string {
    lua.lua_getglobal(this.#state, name);
    if (argument !== undefined) lua.lua_pushstring(this.#state, argument);
    const status = lua.lua_pcall(this.#state, argument === undefined ? 0 : 1, 1, 0);
    const result = lua.lua_tostring(this.#state, -1);
    lua.lua_pop(this.#state, 1);
    if (status !== 0) throw new Error(result);
    return result ?? '';
  }
}
