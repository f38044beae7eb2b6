--- The subject of a token: the user on whose behalf the call is made, if any.
local null = ngx.null
local ipairs, type = ipairs, type

local M = {}

--- The claims in which issuers usually name the client, for rules that list none.
local DEFAULT_CLIENT_CLAIMS = { "client_id", "azp" }

--- The user that a token names as its subject; nil if it has no subject, or if its subject is the client itself.
-- @treturn string|nil
function M.user(conf, claims, client_id)
  local subject = claims.sub
  if subject == nil or subject == client_id then
    return nil
  end
  for _, name in ipairs(conf.three_legged.client_claims or DEFAULT_CLIENT_CLAIMS) do
    if claims[name] == subject then
      return nil
    end
  end
  return subject
end

local function is_present(value)
  return value ~= nil and value ~= null and value ~= false and value ~= ""
end

--- Whether a token is three-legged, that is, bound to a user.
function M.is_three_legged(conf, claims, client_id)
  local rule = conf.three_legged
  -- A token that the partner signed proves nothing about users.
  if conf.rights == "grants" or rule.rule == "never" then
    return false
  elseif rule.rule == "claim" then
    return is_present(claims[rule.claim])
  end
  return M.user(conf, claims, client_id) ~= nil
end

--- Whether the subject is valid: absent or a non-empty string.
function M.is_valid(claims)
  local subject = claims.sub
  return subject == nil or (type(subject) == "string" and subject ~= "")
end

return M
