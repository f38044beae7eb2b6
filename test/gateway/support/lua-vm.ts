import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A running Lua that has loaded boot.lua: takes frames (see there) and answers each. */
export interface LuaVm {
  send(frame: string): Promise<string>;
  close(): void;
}

/** A Lua that tests can run on. */
export interface LuaRuntime {
  readonly name: string;
  /** Why it cannot be used here; absent where it can. */
  readonly missing?: string;
  start(): LuaVm;
}

/** Folder of the stand-in's Lua files. */
export const LUA_FOLDER = path.join(__dirname, 'lua');

/** Folder of the plugins under test. */
export const PLUGIN_FOLDER = path.join(__dirname, '../../../gateway/kong/plugins');

/** Every Lua file below a folder, as paths from it with '/'. */
export function luaFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.lua'))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}

/** Frames that hand a Lua every file of the stand-in and of the plugins, by the names under which they are loaded. */
export function sourceFrames(): readonly string[] {
  const frames = (folder: string, prefix: string) =>
    luaFiles(folder).map((file) => {
      const name = prefix + file.slice(0, -'.lua'.length).replaceAll('/', '.');
      return `D${name}\n${readFileSync(path.join(folder, file), 'utf8')}`;
    });
  return [...frames(LUA_FOLDER, ''), ...frames(PLUGIN_FOLDER, 'kong.plugins.')];
}
