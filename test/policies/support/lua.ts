import { lauxlib, lua, lualib } from 'lua-wasm-bindings/dist/lua.52';
import { parse } from 'luaparse';

/**
 * Runs a Lua chunk and returns its result as text, or `nil`.
 * @throws Error with Lua's message
 */
export function runLua(source: string): string {
  const state = lauxlib.luaL_newstate();
  try {
    lualib.luaL_openlibs(state);
    if (lauxlib.luaL_dostring(state, source) !== 0) throw new Error(lua.lua_tostring(state, -1));
    return lua.lua_gettop(state) === 0 || lua.lua_type(state, -1) === 0 ? 'nil' : String(lua.lua_tostring(state, -1));
  } finally {
    lua.lua_close(state);
  }
}

/**
 * Parses a chunk with LuaJIT's syntax without running it.
 * @throws SyntaxError
 */
export function parseLua(source: string): void {
  parse(source, { luaVersion: 'LuaJIT' });
}
