/** luaparse does not have types; this declares the part that tests use. */
declare module 'luaparse' {
  export function parse(source: string, options: { readonly luaVersion: 'LuaJIT' }): unknown;
}
