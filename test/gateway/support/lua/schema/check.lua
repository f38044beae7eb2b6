-- Validates a value against a schema field, with the attributes of attributes.lua. Returns the value with defaults, or nil and a table of
-- errors with the structure of the value.
local standin = ...
local json = standin("json")
local attributes = standin("schema.attributes")

local check

local function list(field, value, seen)
  local copy, errors = setmetatable({}, json.array_mt), {}
  for i = 1, #value do
    local inner, err = check(field.elements, value[i])
    if err then errors[#errors + 1] = { at = i, error = err } end
    if not (seen and seen[inner]) then copy[#copy + 1] = inner end
    if seen then seen[inner] = true end
  end
  if #errors > 0 then return nil, errors end
  return copy
end

local function map(field, value)
  local copy, errors = {}, {}
  for name, inner in pairs(value) do
    local _, key_error = check(field.keys, name)
    local checked, err = check(field.values, inner)
    if key_error or err then errors[name] = key_error or err end
    copy[name] = checked
  end
  if next(errors) then return nil, errors end
  return copy
end

local function record(field, value)
  local copy, errors, known = {}, {}, {}
  for _, entry in ipairs(field.fields) do
    local name, inner = next(entry)
    assert(next(entry, name) == nil, "an entry of 'fields' has exactly one name")
    known[name] = true
    local given = value[name]
    if given == nil and inner.type == "record" and inner.required then given = {} end
    local checked, err = check(inner, given)
    if err then errors[name] = err end
    copy[name] = checked
  end
  for name in pairs(value) do
    if not known[name] then errors[name] = "unknown field" end
  end
  if next(errors) then return nil, errors end
  for _, rule in ipairs(field.entity_checks or {}) do
    local err = attributes.entity_check(rule, copy)
    if err then return nil, err end
  end
  return copy
end

local CONTAINERS = { array = list, map = map, record = record, set = function(field, value) return list(field, value, {}) end }

local function is_reference(field, value)
  return field.referenceable and type(value) == "string" and value:find("^{vault://.+}$") ~= nil
end

function check(field, value)
  attributes.assert_known(field)
  if value == json.null then value = nil end
  if value == nil then value = field.default end
  if value == nil then
    if field.required then return nil, "required field missing" end
    return nil
  end
  if is_reference(field, value) then return value end
  if field.eq ~= nil and value ~= field.eq then return nil, "value must be " .. tostring(field.eq) end
  local err = attributes.type_error(field, value) or attributes.error(field, value)
  if err then return nil, err end
  local container = CONTAINERS[field.type]
  if container then
    value, err = container(field, value)
    if err then return nil, err end
  end
  if field.custom_validator then
    local ok, problem = field.custom_validator(value)
    if not ok then return nil, problem end
  end
  return value
end

return check
