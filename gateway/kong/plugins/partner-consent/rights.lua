--- The scopes and the purpose of a call, according to the token and to the application's grant.
local cjson = require "cjson.safe"

local find, gmatch = string.find, string.gmatch
local ipairs, setmetatable, type = ipairs, setmetatable, type

local M = {}

local UNDECLARED_SCOPES = "This operation is not available, because its required scopes are not declared."

local function set_of(list)
  local set = {}
  for _, value in ipairs(list) do
    set[value] = true
  end
  return set
end

--- The scopes of a token as a set. The claim 'scope' is a space-separated string or a list.
function M.scopes_of_token(claims)
  local set, scope = {}, claims.scope
  if type(scope) == "table" then
    for _, value in ipairs(scope) do
      if type(value) == "string" then
        set[value] = true
      end
    end
  elseif type(scope) == "string" then
    for value in gmatch(scope, "[^ ]+") do
      set[value] = true
    end
  end
  return set
end

local function includes_all(set, scopes)
  for _, scope in ipairs(scopes) do
    if not set[scope] then
      return false
    end
  end
  return true
end

--- Finds the scopes that authorize a call of an operation.
-- @tparam table operation {scopes}, which are alternative lists of scopes, or {no_scopes = true} if it needs none by decision; an
-- operation with neither is refused
-- @tparam table token_scopes set of the token's scopes; nil if the token only proves identity
-- @tparam table grant of the application
-- @treturn table|nil the first alternative whose scopes are all present
-- @treturn nil|string why there is none
function M.scopes(operation, token_scopes, grant)
  local alternatives = operation.scopes
  if operation.no_scopes == true and type(alternatives) ~= "table" then
    return setmetatable({}, cjson.array_mt)
  elseif type(alternatives) ~= "table" or #alternatives == 0 then
    return nil, UNDECLARED_SCOPES
  end
  local granted = set_of(grant.scopes)
  local token_suffices = token_scopes == nil
  for _, scopes in ipairs(alternatives) do
    if #scopes == 0 then
      return nil, UNDECLARED_SCOPES
    end
    local is_in_token = token_scopes == nil or includes_all(token_scopes, scopes)
    if is_in_token and includes_all(granted, scopes) then
      return scopes
    end
    token_suffices = token_suffices or is_in_token
  end
  return nil, token_suffices and "The application has not been granted a scope that this operation requires."
    or "The access token lacks a scope that this operation requires."
end

--- The purpose among a token's scopes; nil if there is none, or more than one.
local function purpose_of_token(token_scopes)
  local purpose
  for scope in pairs(token_scopes) do
    if find(scope, "dpv:", 1, true) == 1 then
      if purpose then
        return nil
      end
      purpose = scope
    end
  end
  return purpose
end

--- Finds the purpose of the call.
-- @tparam table rule the config's `purpose`
-- @tparam table|nil token_scopes as for `scopes`
-- @treturn string|nil nil also if none is required
-- @treturn nil|string why the call is refused
function M.purpose(rule, token_scopes, grant)
  if rule.rule == "none" then
    return nil
  end
  local purpose = grant.purpose
  if token_scopes then
    purpose = purpose_of_token(token_scopes)
    if not purpose then
      return nil, "The access token must have exactly one purpose (a scope that begins with 'dpv:')."
    end
  end
  if not purpose or purpose ~= grant.purpose then
    return nil, "The application has not been granted this purpose."
  elseif not set_of(rule.allowed)[purpose] then
    return nil, "This API cannot be used for this purpose."
  end
  return purpose
end

return M
