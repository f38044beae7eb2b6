-- Headers as Kong presents them: names in any case, with '-' or '_'; a value, or a list if the header occurs several times. Request headers
-- keep their '_': reading treats it as '-', writing does not.
local M = {}

local function canonical(name)
  return (name:lower():gsub("_", "-"))
end

local function look_up(self, name) return rawget(self, canonical(name)) end
local RESPONSE, REQUEST = { __index = look_up }, { __index = look_up }

--- @param is_request whether these are request headers
function M.new(from, is_request)
  local headers = setmetatable({}, is_request and REQUEST or RESPONSE)
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
