--- Reads the answer of a consent service in CAMARA's form: {"statusInfo": [{scopes, purpose, statusValidForProcessing, …}]}.
local cjson = require "cjson.safe"
local among = require "kong.plugins.partner-common.among"

local floor, huge, min = math.floor, math.huge, math.min
local match = string.match
local ipairs, tonumber, type = ipairs, tonumber, type

local M = {}

--- Days from 1970 to a day.
local function days_before(year, month, day)
  -- Years that begin in March: the leap day is their last.
  if month < 3 then
    year, month = year - 1, month + 12
  end
  local leap_days = floor(year / 4) - floor(year / 100) + floor(year / 400)
  return 365 * year + leap_days + floor((153 * (month - 3) + 2) / 5) + day - 719469
end

--- A point in time as RFC 3339 writes it, in seconds since 1970; nil where it is none.
function M.seconds(text)
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
  local time = days_before(tonumber(year), tonumber(month), tonumber(day)) * 86400
    + tonumber(hour) * 3600
    + tonumber(minute) * 60
    + tonumber(second)
  if sign then
    local offset = tonumber(zone_hours) * 3600 + tonumber(zone_minutes) * 60
    time = sign == "+" and time - offset or time + offset
  end
  return time
end

--- Until when a scope is consented to: nil where it is not, or where one entry says that it is not.
local function ends(entries, scope, purpose, now)
  local earliest
  for _, entry in ipairs(entries) do
    if type(entry) == "table" and entry.purpose == purpose and type(entry.scopes) == "table" and among(entry.scopes, scope) then
      local expires = entry.expirationDate
      local ending = (expires == nil or expires == cjson.null) and huge or M.seconds(expires)
      if entry.statusValidForProcessing ~= true or not ending or ending <= now then
        return nil
      end
      earliest = min(earliest or huge, ending)
    end
  end
  return earliest
end

--- @tparam string text body of the answer
-- @tparam table question {scopes, purpose}
-- @tparam number now
-- @treturn boolean|nil whether every scope is consented to; nil where the answer has another form
-- @treturn number|nil until when the answer holds at most
function M.read(text, question, now)
  local body = cjson.decode(text)
  if type(body) ~= "table" or type(body.statusInfo) ~= "table" then
    return nil
  end
  local earliest = huge
  for _, scope in ipairs(question.scopes) do
    local ending = ends(body.statusInfo, scope, question.purpose, now)
    if not ending then
      return false
    end
    earliest = min(earliest, ending)
  end
  return true, earliest
end

return M
