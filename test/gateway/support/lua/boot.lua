-- The first chunk of the Lua that runs the plugins' tests. It accepts two kinds of frames:
--   D<name>\n<source>   a file, loaded on first use
--   S<json>             a step of the stand-in gateway, see driver.lua
-- The same chunk runs in WebAssembly and, if installed, in a real LuaJIT (stdio.lua).
local sources, loaded = {}, {}

--- Loads a file of the stand-in once. `env` is its global environment; default: that of Lua.
local function standin(name, env)
  if loaded[name] == nil then
    local source = sources[name] or error("the stand-in has no file '" .. name .. "'")
    local chunk = assert(load(source, "@" .. name, "t", env or _G))
    loaded[name] = chunk(standin) or true
  end
  return loaded[name]
end

--- Compiles a file of the plugins; nil if it does not exist.
function standin_source(name, env)
  return sources[name] and assert(load(sources[name], "@" .. name, "t", env))
end

function frame(text)
  local name, source = text:match("^D([^\n]*)\n(.*)$")
  if name then
    sources[name] = source
    return ""
  end
  return standin("driver").step(text:sub(2))
end
