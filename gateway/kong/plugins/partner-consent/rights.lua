--- What a caller may do: scopes and the purpose, by the token and by what the application was granted.
local cjson = require "cjson.safe"

local find, gmatch = string.find, string.gmatch
local ipairs, setmetatable, type = ipairs, setmetatable, type

local M = {}

local function set_of(list)
  local set = {}
  for _, one in ipairs(list) do
    set[one] = true
  end
  return set
end

--- The scopes of a token as a set: 'scope' is a text with spaces between them, or a list.
function M.of_token(claims)
  local set, scope = {}, claims.scope
  if type(scope) == "table" then
    for _, one in ipairs(scope) do
      if type(one) == "string" then
        set[one] = true
      end
    end
  elseif type(scope) == "string" then
    for one in gmatch(scope, "[^ ]+") do
      set[one] = true
    end
  end
  return set
end

local function all_in(scopes, set)
  for _, scope in ipairs(scopes) do
    if not set[scope] then
      return false
    end
  end
  return true
end

--- Finds the scopes under which an operation may be called.
-- @tparam table operation {scopes} lists of scopes, or {no_scopes = true} where it was decided that it needs none. One that says
-- neither is refused.
-- @tparam table token the token's scopes, a set; nil where the token says nothing about rights
-- @tparam table grant the application's
-- @treturn table|nil the first alternative that is there in full
-- @treturn nil|string why there is none
function M.scopes(operation, token, grant)
  local alternatives = operation.scopes
  if operation.no_scopes == true and type(alternatives) ~= "table" then
    return setmetatable({}, cjson.array_mt)
  elseif type(alternatives) ~= "table" or #alternatives == 0 then
    return nil, "Nobody may call this operation: nothing says which scopes it needs."
  end
  local granted = set_of(grant.scopes)
  local in_token = token == nil
  for _, scopes in ipairs(alternatives) do
    if #scopes == 0 then
      return nil, "Nobody may call this operation: nothing says which scopes it needs."
    end
    local carried = token == nil or all_in(scopes, token)
    if carried and all_in(scopes, granted) then
      return scopes
    end
    in_token = in_token or carried
  end
  return nil, in_token and "The application was not granted a scope that this operation needs."
    or "The access token lacks a scope that this operation needs."
end

--- The one purpose among a token's scopes; nil where there is none, or more than one.
local function purpose_of(token)
  local found
  for scope in pairs(token) do
    if find(scope, "dpv:", 1, true) == 1 then
      if found then
        return nil
      end
      found = scope
    end
  end
  return found
end

--- Finds the purpose of the call.
-- @tparam table rule the config's `purpose`
-- @tparam table|nil token as for `scopes`
-- @treturn string|nil nil also where none is needed
-- @treturn nil|string why the call may not go on
function M.purpose(rule, token, grant)
  if rule.rule == "none" then
    return nil
  end
  local purpose = grant.purpose
  if token then
    purpose = purpose_of(token)
    if not purpose then
      return nil, "The access token does not carry exactly one purpose, a scope that begins with 'dpv:'."
    end
  end
  if not purpose or purpose ~= grant.purpose then
    return nil, "The application was not granted this purpose."
  elseif not set_of(rule.allowed)[purpose] then
    return nil, "This API may not be used for this purpose."
  end
  return purpose
end

return M
