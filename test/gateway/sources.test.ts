import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Node, parse } from 'luaparse';
import { LUA_FOLDER, luaFiles, PLUGIN_FOLDER } from './support/lua-vm';

/** The globals that plugins may use: those that LuaJIT shares with other Lua versions, and those of Kong. */
const GLOBALS = (
  'assert error getmetatable ipairs kong math next ngx os pairs pcall require select setmetatable string table ' +
  'tonumber tostring type unpack'
).split(' ');

const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'latin1');

/** Parses a source with LuaJIT's syntax. @throws SyntaxError */
function parseLua(source: string) {
  const nodes: Node[] = [];
  const chunk = parse(source, {
    luaVersion: 'LuaJIT',
    encodingMode: 'pseudo-latin1',
    scope: true,
    onCreateNode: (node: Node) => nodes.push(node),
  });
  return { nodes, globals: chunk.globals.map(({ name }) => name) };
}

const PLUGIN_FILES = luaFiles(PLUGIN_FOLDER);
const PLUGINS = readdirSync(PLUGIN_FOLDER).filter((name) => name !== 'partner-common');

describe("the plugins' sources", () => {
  test('are complete', () => {
    expect(PLUGINS).toEqual([
      'partner-consent',
      'partner-errors',
      'partner-masking',
      'partner-mtls',
      'partner-tier-limit',
      'partner-token',
    ]);
  });

  test.each(PLUGIN_FILES)('%s is valid LuaJIT, uses only known globals and no goto, and is short', (file) => {
    const source = read(PLUGIN_FOLDER, file);
    const { nodes, globals } = parseLua(source);
    expect(globals.filter((name) => !GLOBALS.includes(name))).toEqual([]);
    expect(nodes.filter(({ type }) => type === 'GotoStatement' || type === 'LabelStatement')).toEqual([]);
    expect(source.split('\n').length).toBeLessThanOrEqual(151);
  });

  test('have priorities that order them by their errors: 401, 403, 400, 429, and then the response', () => {
    const priorities = PLUGINS.map((plugin) => [
      plugin,
      Number(/^ {2}PRIORITY = (\d+),$/m.exec(read(PLUGIN_FOLDER, `${plugin}/handler.lua`))?.[1]),
    ]);
    // Kong's own plugins in between: jwt 1450, acl 950, rate-limiting 910, transformers 801 and 800.
    expect(Object.fromEntries(priorities)).toEqual({
      'partner-token': 1440,
      'partner-mtls': 1430,
      'partner-consent': 940,
      'partner-errors': 930,
      'partner-tier-limit': 920,
      'partner-masking': 790,
    });
  });

  test.each(PLUGINS)('%s has a handler, a schema, a config schema and a README', (plugin) => {
    const files = ['handler.lua', 'schema.lua', 'config.schema.json', 'README.md'];
    expect(files.filter((file) => !existsSync(path.join(PLUGIN_FOLDER, plugin, file)))).toEqual([]);
  });

  test.each(PLUGINS)('the README of %s documents its priority and every setting', (plugin) => {
    const readme = read(PLUGIN_FOLDER, `${plugin}/README.md`);
    const priority = /PRIORITY = (\d+)/.exec(read(PLUGIN_FOLDER, `${plugin}/handler.lua`))?.[1];
    expect(readme).toContain(`**${priority}**`);
    const schema = JSON.parse(read(PLUGIN_FOLDER, `${plugin}/config.schema.json`));
    const missing = settingNames(schema).filter(
      (name) => !readme.includes(`\`${name}\``) && !readme.includes(`.${name}\``),
    );
    expect(missing).toEqual([]);
  });
});

describe('every source of the simulated Kong', () => {
  test.each(luaFiles(LUA_FOLDER))('%s is valid LuaJIT', (file) => {
    expect(() => parseLua(read(LUA_FOLDER, file))).not.toThrow();
  });
});

describe('the parser', () => {
  test.each(['local a = 7 // 2', 'local a = 1 & 2', 'local a <const> = 1', 'local a = ~1'])(
    "rejects '%s', which only later Lua versions accept",
    (source) => expect(() => parseLua(source)).toThrow(SyntaxError),
  );

  test('finds globals', () => {
    expect(parseLua('local a = b; c = a').globals).toEqual(['b', 'c']);
  });
});

/** The names of all settings, at any depth. */
function settingNames(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = Object.keys((schema as { properties?: object }).properties ?? {});
  return [
    ...properties,
    ...Object.entries(schema).flatMap(([key, inner]) => (key === 'examples' ? [] : settingNames(inner))),
  ];
}
