--- What a token's header and claims have to say, whoever signed it.
local among = require "kong.plugins.partner-common.among"

local find, gsub, lower = string.find, string.gsub, string.lower
local ipairs, type = ipairs, type

local M = {}

--- Algorithm and type are accepted, and there is no extension that would have to be understood.
function M.header_holds(conf, header)
  if type(header.alg) ~= "string" or not among(conf.algorithms, header.alg) or header.crit ~= nil then
    return false
  end
  local kind = header.typ == nil and "jwt" or header.typ
  if type(kind) ~= "string" then
    return false
  end
  kind = lower(kind)
  -- RFC 7515 lets 'application/' be left out.
  return among(conf.types, kind) or among(conf.types, (gsub(kind, "^application/", "")))
end

--- 'aud' is the audience of this environment, or holds it.
function M.audience_holds(conf, claims)
  if type(claims.aud) == "table" then
    return among(claims.aud, conf.audience)
  end
  return claims.aud == conf.audience
end

--- A point in time as JWT writes it: neither infinite nor 'not a number', which is neither before nor after anything.
function M.is_time(value)
  return type(value) == "number" and value > 0 and value < 1e12
end

--- 'exp' is there and lies ahead; 'nbf' and 'iat', where they are there, lie behind; give or take the skew.
function M.time_holds(conf, claims, now)
  local skew = conf.clock_skew_s
  if not M.is_time(claims.exp) or claims.exp + skew <= now then
    return false
  end
  for _, name in ipairs({ "nbf", "iat" }) do
    local value = claims[name]
    if value ~= nil and (not M.is_time(value) or value > now + skew) then
      return false
    end
  end
  return true
end

--- Whether a value is a client id as RFC 6749 defines it (appendix A.1), no longer than a catalog allows.
function M.is_client(value)
  return type(value) == "string" and #value <= 2048 and find(value, "^[\32-\126]+$") ~= nil
end

return M
