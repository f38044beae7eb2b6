--- Windows of time and the limits in them. Times are seconds since 1970 in UTC.
local find, floor = string.find, math.floor
local ipairs, setmetatable = ipairs, setmetatable

local M = {}

local LENGTHS = { second = 1, minute = 60, hour = 3600, day = 86400 }
local ORDER = { second = 1, minute = 2, hour = 3, day = 4, month = 5 }
local DAY = 86400

--- The first second of the month of a time: its day of the month, counted in years that begin in March.
local function month_start(time)
  local days = floor(time / DAY)
  local of_era = (days + 719468) % 146097
  local year = floor((of_era - floor(of_era / 1460) + floor(of_era / 36524) - floor(of_era / 146096)) / 365)
  local of_year = of_era - (365 * year + floor(year / 4) - floor(year / 100))
  local of_month = of_year - floor((153 * floor((5 * of_year + 2) / 153) + 2) / 5)
  return (days - of_month) * DAY
end

--- The window that a time lies in.
-- @treturn number its start
-- @treturn number its end, the first second of the next
function M.bounds(window, time)
  if window == "month" then
    local start = month_start(time)
    return start, month_start(start + 31 * DAY)
  end
  local length = LENGTHS[window]
  local start = floor(time / length) * length
  return start, start + length
end

local function replaced(windows, window)
  for _, entry in ipairs(windows) do
    if entry.window == window then
      return true
    end
  end
end

--- What an operation's counters are called: its name, which may be anything. A name of asterisks alone gets one more, since `*` is what
-- the tier's counters are called.
local function counted_as(name)
  return find(name, "^%*+$") and name .. "*" or name
end

local merged = setmetatable({}, { __mode = "k" })

--- The limits of a call, shortest window first: those of the tier, and in place of those of the same length those of the operation.
-- @tparam table tier
-- @tparam[opt] table operation an entry of the tier's operations
-- @treturn table {{window, limit, counted}, …}; `counted` says together with what: '*', or the operation as counted_as names it
function M.limits(tier, operation)
  local key = operation or tier
  if merged[key] then
    return merged[key]
  end
  local limits = {}
  for _, entry in ipairs(tier.windows) do
    if not (operation and replaced(operation.windows, entry.window)) then
      limits[#limits + 1] = { window = entry.window, limit = entry.limit, counted = "*" }
    end
  end
  for _, entry in ipairs(operation and operation.windows or {}) do
    limits[#limits + 1] = { window = entry.window, limit = entry.limit, counted = counted_as(operation.operation) }
  end
  table.sort(limits, function(a, b)
    return ORDER[a.window] < ORDER[b.window]
  end)
  merged[key] = limits
  return limits
end

--- An API's own limits in the form of `limits`.
-- @tparam table api_windows of the config; the same table on every call
function M.of_api(api_windows)
  if not merged[api_windows] then
    merged[api_windows] = M.limits({ windows = api_windows })
  end
  return merged[api_windows]
end

return M
