-- Headers as Kong shows them: names in any case, with '-' or '_'; a value, or a list of values where it came several times. Those of a
-- request keep their '_': a look-up takes it for '-', a change does not.
local M = {}

local function canonical(name)
  return (name:lower():gsub("_", "-"))
end

local function look_up(self, name) return rawget(self, canonical(name)) end
local ANSWER, REQUEST = { __index = look_up }, { __index = look_up }

--- @param of_request whether they are those of a request
function M.new(from, of_request)
  local headers = setmetatable({}, of_request and REQUEST or ANSWER)
  for name, value in pairs(from or {}) do M.set(headers, name, value) end
  return headers
end

function M.set(headers, name, value)
  rawset(headers, getmetatable(headers) == REQUEST and name:lower() or canonical(name), value)
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
