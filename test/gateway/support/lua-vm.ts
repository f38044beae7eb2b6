import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A running Lua that has loaded boot.lua. Replies to every frame (see there). */
export interface LuaVm {
  send(frame: string): Promise<string>;
  close(): void;
}

/** A Lua implementation that tests can run on. */
export interface LuaRuntime {
  readonly name: string;
  /** Why it is not available; absent if it is. */
  readonly missing?: string;
  start(): LuaVm;
}

/** Folder of the stand-in's Lua files. */
export const LUA_FOLDER = path.join(__dirname, 'lua');

/** Folder of the plugins under test. */
export const PLUGIN_FOLDER = path.join(__dirname, '../../../gateway/kong/plugins');

/** All Lua files below a folder, as relative paths with '/'. */
export function luaFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.lua'))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}

/** Frames with all files of the stand-in and the plugins, by the names under which Lua loads them. */
export function sourceFrames(): readonly string[] {
  const frames = (folder: string, prefix: string) =>
    luaFiles(folder).map((file) => {
      const name = prefix + file.slice(0, -'.lua'.length).replaceAll('/', '.');
      return `D${name}\n${readFileSync(path.join(folder, file), 'utf8')}`;
    });
  return [...frames(LUA_FOLDER, ''), ...frames(PLUGIN_FOLDER, 'kong.plugins.')];
}
