-- Headers as Kong shows them: names in any case, with '-' or '_'; a value, or a list of values where it came several times.
local M = {}

local function canonical(name)
  return (name:lower():gsub("_", "-"))
end

local MT = { __index = function(self, name) return rawget(self, canonical(name)) end }

function M.new(from)
  local headers = setmetatable({}, MT)
  for name, value in pairs(from or {}) do M.set(headers, name, value) end
  return headers
end

function M.set(headers, name, value)
  rawset(headers, canonical(name), value)
end

function M.add(headers, name, value)
  local old = headers[name]
  if old == nil then
    M.set(headers, name, value)
  elseif type(old) == "table" then
    old[#old + 1] = value
  else
    M.set(headers, name, { old, value })
  end
end

--- The first value.
function M.first(headers, name)
  local value = headers[name]
  if type(value) == "table" then return value[1] end
  return value
end

return M
