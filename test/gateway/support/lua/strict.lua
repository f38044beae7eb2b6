-- Tables that raise an error for unknown names, so that the use of an undocumented function fails with its name.
local M = {}

--- A table with only these fields. Access to any other raises an error that begins with `name`.
function M.closed(name, fields)
  return setmetatable(fields, {
    __index = function(_, key)
      error("the stand-in has no " .. name .. "." .. tostring(key) .. ": is it documented?", 2)
    end,
  })
end

--- The globals that plugins may use: those that both LuaJIT and the Lua of the tests have.
function M.environment(extra)
  local env = {
    assert = assert, error = error, ipairs = ipairs, next = next, pairs = pairs, pcall = pcall, rawequal = rawequal,
    rawget = rawget, rawset = rawset, select = select, setmetatable = setmetatable, getmetatable = getmetatable,
    tonumber = tonumber, tostring = tostring, type = type, unpack = unpack or table.unpack, xpcall = xpcall,
    table = M.closed("table", { concat = table.concat, insert = table.insert, remove = table.remove, sort = table.sort }),
    math = M.closed("math", { abs = math.abs, ceil = math.ceil, floor = math.floor, huge = math.huge, max = math.max, min = math.min }),
    string = M.closed("string", {
      byte = string.byte, char = string.char, find = string.find, format = string.format, gmatch = string.gmatch,
      gsub = string.gsub, len = string.len, lower = string.lower, match = string.match, rep = string.rep,
      reverse = string.reverse, sub = string.sub, upper = string.upper,
    }),
    os = M.closed("os", { date = os.date }),
  }
  for name, value in pairs(extra) do env[name] = value end
  return setmetatable(env, {
    __index = function(_, name) error("unknown global '" .. tostring(name) .. "'", 2) end,
    __newindex = function(_, name) error("write to the global '" .. tostring(name) .. "'", 2) end,
  })
end

return M
