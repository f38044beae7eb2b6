--- Reads the response of a consent service in CAMARA's format: {"statusInfo": [{scopes, purpose, statusValidForProcessing, …}]}.
local cjson = require "cjson.safe"
local contains = require "kong.plugins.partner-common.contains"

local floor, huge, min = math.floor, math.huge, math.min
local match = string.match
local ipairs, tonumber, type = ipairs, tonumber, type

local M = {}

--- Days from 1970-01-01 to a date.
local function days_since_1970(year, month, day)
  -- Count in years that begin in March, so that the leap day comes last.
  if month < 3 then
    year, month = year - 1, month + 12
  end
  local leap_days = floor(year / 4) - floor(year / 100) + floor(year / 400)
  return 365 * year + leap_days + floor((153 * (month - 3) + 2) / 5) + day - 719469
end

--- Parses an RFC 3339 time into seconds since 1970; nil if it is invalid.
function M.parse_time(text)
  if type(text) ~= "string" then
    return nil
  end
  local year, month, day, hour, minute, second, rest = match(text, "^(%d%d%d%d)%-(%d%d)%-(%d%d)[Tt](%d%d):(%d%d):(%d%d)(.*)$")
  if not year then
    return nil
  end
  local zone = match(rest, "^%.?%d*([Zz])$")
  local sign, zone_hours, zone_minutes = match(rest, "^%.?%d*([+-])(%d%d):(%d%d)$")
  if not zone and not sign then
    return nil
  end
  local time = days_since_1970(tonumber(year), tonumber(month), tonumber(day)) * 86400
    + tonumber(hour) * 3600
    + tonumber(minute) * 60
    + tonumber(second)
  if sign then
    local offset = tonumber(zone_hours) * 3600 + tonumber(zone_minutes) * 60
    time = sign == "+" and time - offset or time + offset
  end
  return time
end

--- When the consent to a scope expires; nil if there is no consent, or if any entry denies it.
local function consent_expiry(entries, scope, purpose, now)
  local earliest
  for _, entry in ipairs(entries) do
    if type(entry) == "table" and entry.purpose == purpose and type(entry.scopes) == "table" and contains(entry.scopes, scope) then
      local expiration_date = entry.expirationDate
      local expires_at = (expiration_date == nil or expiration_date == cjson.null) and huge or M.parse_time(expiration_date)
      if entry.statusValidForProcessing ~= true or not expires_at or expires_at <= now then
        return nil
      end
      earliest = min(earliest or huge, expires_at)
    end
  end
  return earliest
end

--- @tparam string text body of the response
-- @tparam table query {scopes, purpose}
-- @tparam number now
-- @treturn boolean|nil whether the user consented to every scope; nil if the response is in another format
-- @treturn number|nil when the first of these consents expires
function M.read(text, query, now)
  local body = cjson.decode(text)
  if type(body) ~= "table" or type(body.statusInfo) ~= "table" then
    return nil
  end
  local earliest = huge
  for _, scope in ipairs(query.scopes) do
    local expires_at = consent_expiry(body.statusInfo, scope, query.purpose, now)
    if not expires_at then
      return false
    end
    earliest = min(earliest, expires_at)
  end
  return true, earliest
end

return M
