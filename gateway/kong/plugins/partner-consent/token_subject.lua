--- Whom a token is bound to: the user behind the call, if there is one.
local null = ngx.null
local ipairs, type = ipairs, type

local M = {}

--- Where issuers name the client, for rules that list no claims.
local CLIENT_CLAIMS = { "client_id", "azp" }

--- The subject of a token, where it is one: who has the client's own name is nobody.
-- @treturn string|nil
function M.subject(conf, claims, client)
  local subject = claims.sub
  if subject == nil or subject == client then
    return nil
  end
  for _, name in ipairs(conf.three_legged.client_claims or CLIENT_CLAIMS) do
    if claims[name] == subject then
      return nil
    end
  end
  return subject
end

local function is_there(value)
  return value ~= nil and value ~= null and value ~= false and value ~= ""
end

--- Whether a token is three-legged, that is bound to a user.
function M.is_behind(conf, claims, client)
  local rule = conf.three_legged
  -- What a partner signs says nothing about users.
  if conf.rights == "grants" or rule.rule == "never" then
    return false
  elseif rule.rule == "claim" then
    return is_there(claims[rule.claim])
  end
  return M.subject(conf, claims, client) ~= nil
end

--- Whether the subject is one that can be looked at: absent, or a text.
function M.is_readable(claims)
  local subject = claims.sub
  return subject == nil or (type(subject) == "string" and subject ~= "")
end

return M
