--- Finds the operation that a call is, in a list of a plugin's config: {method, path, …} with a path template, where a part in
-- braces stands for one or more characters other than '/'. The first that fits holds.
local find, gsub, sub = string.find, string.gsub, string.sub
local concat = table.concat
local ipairs, setmetatable = ipairs, setmetatable

local M = {}

--- The Lua pattern of a path template.
local function pattern_of(template)
  local parts, at = { "^" }, 1
  while true do
    local from, to = find(template, "{[^{}/]*}", at)
    parts[#parts + 1] = gsub(sub(template, at, (from or 0) - 1), "%W", "%%%0")
    if not from then
      break
    end
    parts[#parts + 1] = "[^/]+"
    at = to + 1
  end
  return concat(parts) .. "$"
end

local compiled = setmetatable({}, { __mode = "k" })

local function compile(list)
  local by_method = {}
  for _, entry in ipairs(list) do
    local entries = by_method[entry.method] or {}
    by_method[entry.method] = entries
    entries[#entries + 1] = { pattern = pattern_of(entry.path), entry = entry }
  end
  compiled[list] = by_method
  return by_method
end

--- @tparam table list as it stands in the config; the same table on every call
-- @tparam string method in upper case
-- @tparam string path normalized, without the query
-- @treturn table|nil the entry
function M.find(list, method, path)
  for _, candidate in ipairs((compiled[list] or compile(list))[method] or {}) do
    if find(path, candidate.pattern) then
      return candidate.entry
    end
  end
end

return M
