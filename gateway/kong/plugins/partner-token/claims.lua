--- Checks on a token's header and claims that do not depend on who signed it.
local contains = require "kong.plugins.partner-common.contains"

local find, gsub, lower = string.find, string.gsub, string.lower
local ipairs, type = ipairs, type

local M = {}

--- Whether algorithm and type are accepted, and the header has no critical extensions.
function M.is_header_valid(conf, header)
  if type(header.alg) ~= "string" or not contains(conf.algorithms, header.alg) or header.crit ~= nil then
    return false
  end
  local typ = header.typ == nil and "jwt" or header.typ
  if type(typ) ~= "string" then
    return false
  end
  typ = lower(typ)
  -- RFC 7515 allows the prefix 'application/' to be omitted.
  return contains(conf.types, typ) or contains(conf.types, (gsub(typ, "^application/", "")))
end

--- Whether 'aud' is or contains the audience of this environment.
function M.is_audience_valid(conf, claims)
  if type(claims.aud) == "table" then
    return contains(claims.aud, conf.audience)
  end
  return claims.aud == conf.audience
end

--- Whether a value is a valid JWT time. Rejects infinity and NaN, which compares as neither earlier nor later than any time.
function M.is_time(value)
  return type(value) == "number" and value > 0 and value < 1e12
end

--- Whether 'exp' is present and in the future, and 'nbf' and 'iat', if present, are in the past, allowing for clock skew.
function M.is_time_valid(conf, claims, now)
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

--- Whether a value is a client ID as defined by RFC 6749 (appendix A.1), no longer than a catalog allows.
function M.is_client_id(value)
  return type(value) == "string" and #value <= 2048 and find(value, "^[\32-\126]+$") ~= nil
end

return M
