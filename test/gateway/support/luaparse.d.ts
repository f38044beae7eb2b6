declare module 'luaparse' {
  export interface Node {
    readonly type: string;
    readonly [key: string]: unknown;
  }
  export interface Chunk extends Node {
    /** Names that are not local; with the option `scope`. */
    readonly globals: readonly { readonly name: string }[];
  }
  interface Options {
    readonly luaVersion: '5.1' | '5.2' | '5.3' | 'LuaJIT';
    readonly scope?: boolean;
    readonly onCreateNode?: (node: Node) => void;
    readonly extendedIdentifiers?: boolean;
    readonly encodingMode?: 'pseudo-latin1' | 'x-user-defined' | 'none';
  }
  export function parse(source: string, options: Options): Chunk;
}
