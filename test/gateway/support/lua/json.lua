-- JSON for messages to the host, in which a string is bytes (`bytes = true`: a byte above 127 is written as \u00XX), and for the stand-in
-- of cjson, in which it is UTF-8.
local standin = ...
local M = {}

--- The value of null: a userdata as in cjson, so neither a table nor false.
M.null = io.stdout
--- The metatable of lists, which distinguishes an empty list from an empty object.
M.array_mt = {}

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

local function quote(text, bytes)
  text = text:gsub('[%c"\\\127]', function(c) return ESCAPES[c] or string.format("\\u%04x", c:byte()) end)
  if bytes then
    text = text:gsub("[\128-\255]", function(c) return string.format("\\u%04x", c:byte()) end)
  end
  return '"' .. text .. '"'
end

local function number(value)
  if value ~= value or value == math.huge or value == -math.huge then error("JSON cannot represent this number") end
  if value == math.floor(value) and math.abs(value) < 2 ^ 53 then return string.format("%.0f", value) end
  return string.format("%.16g", value)
end

local function is_list(value)
  if getmetatable(value) == M.array_mt then return true end
  return #value > 0
end

local function encode(value, bytes, depth)
  local kind = type(value)
  if value == M.null or value == nil then return "null" end
  if kind == "boolean" then return tostring(value) end
  if kind == "number" then return number(value) end
  if kind == "string" then return quote(value, bytes) end
  if kind ~= "table" then error("JSON cannot represent a " .. kind) end
  if depth > 200 then error("too deep") end
  local parts = {}
  if is_list(value) then
    for i = 1, #value do parts[i] = encode(value[i], bytes, depth + 1) end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  local names = {}
  for name in pairs(value) do names[#names + 1] = tostring(name) end
  table.sort(names)
  for i, name in ipairs(names) do parts[i] = quote(name, bytes) .. ":" .. encode(value[name], bytes, depth + 1) end
  return "{" .. table.concat(parts, ",") .. "}"
end

function M.encode(value, bytes) return encode(value, bytes, 0) end

local decode = standin("json_decode")

--- Parses JSON; raises an error if it is invalid. If an object has a name twice, the last one wins.
function M.decode(text, bytes)
  return decode(text, bytes, M.null, M.array_mt)
end

return M
