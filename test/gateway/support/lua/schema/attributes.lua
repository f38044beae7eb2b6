-- The documented attributes of schema fields that the plugins use.
local M = {}

local KNOWN = {}
for name in ("type required default description one_of eq between gt len_min len_max match starts_with elements keys values fields"
  .. " referenceable encrypted uuid custom_validator entity_checks"):gmatch("%S+") do
  KNOWN[name] = true
end

--- Raises an error if a field has an unknown attribute.
function M.assert_known(field)
  assert(type(field) == "table" and field.type, "a field needs a type")
  for name in pairs(field) do
    assert(KNOWN[name], "unknown attribute '" .. tostring(name) .. "' of a field")
  end
end

local TYPES = {
  string = function(v) return type(v) == "string" end,
  number = function(v) return type(v) == "number" end,
  integer = function(v) return type(v) == "number" and v == math.floor(v) end,
  boolean = function(v) return type(v) == "boolean" end,
  array = function(v) return type(v) == "table" and (next(v) == nil or #v > 0) end,
  map = function(v) return type(v) == "table" and #v == 0 end,
}
TYPES.set, TYPES.record = TYPES.array, TYPES.map

function M.type_error(field, value)
  local is = assert(TYPES[field.type], "unknown type '" .. tostring(field.type) .. "'")
  if not is(value) then return "expected " .. field.type end
end

local function contains(list, value)
  for _, element in ipairs(list) do
    if element == value then return true end
  end
end

--- The error of a value whose type is right; nil if it is valid.
function M.error(field, value)
  local min_length = field.len_min or (field.type == "string" and 1)
  if min_length and #value < min_length then return "length must be at least " .. min_length end
  if field.len_max and #value > field.len_max then return "length must be at most " .. field.len_max end
  if field.one_of and not contains(field.one_of, value) then return "expected one of: " .. table.concat(field.one_of, ", ") end
  if field.between and (value < field.between[1] or value > field.between[2]) then
    return "value should be between " .. field.between[1] .. " and " .. field.between[2]
  end
  if field.gt and value <= field.gt then return "value must be greater than " .. field.gt end
  if field.match and not value:find(field.match) then return "invalid value: " .. value end
  if field.starts_with and value:sub(1, #field.starts_with) ~= field.starts_with then return "should start with " .. field.starts_with end
  if field.uuid and not value:find("^%x%x%x%x%x%x%x%x%-%x%x%x%x%-%x%x%x%x%-%x%x%x%x%-%x%x%x%x%x%x%x%x%x%x%x%x$") then
    return "expected a valid UUID"
  end
end

function M.entity_check(rule)
  error("unsupported entity check '" .. tostring((next(rule))) .. "'")
end

return M
