/** luaparse has no types of its own; this is as much of it as tests use. */
declare module 'luaparse' {
  export function parse(source: string, options: { readonly luaVersion: 'LuaJIT' }): unknown;
}
